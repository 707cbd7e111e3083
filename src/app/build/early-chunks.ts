/**
 * A build step: the files each route needs, as a script in index.html that asks for them with the page's first bytes.
 * Otherwise a page's code would be asked for only after the app's, and its words after that. The app decides all the
 * same what it loads; a hint that is wrong costs a request.
 */
import type { Plugin } from 'vite';
import { ROUTE_TABLE, SHELL_NAMESPACES, patternOf, type RouteEntry } from '../route-table.ts';

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
  readonly isEntry: boolean;
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}
type Bundle = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>;

/** Before every stylesheet: a script after one waits until it has arrived. */
const PLACE = '<!-- early chunks -->';
/** Behind every page, and first: it verifies the shelf while the rest is on its way. */
const BOOKCASE = 'src/library/shelf-bookcase.ts';

/** In words: [pattern of the address, files whatever the language, files by language]. */
type Hint = readonly [string, readonly string[], Readonly<Record<string, readonly string[]>>];

export function earlyChunks(): Plugin {
  return {
    name: 'same-page:early-chunks',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!html.includes(PLACE)) throw new Error(`index.html has no ${PLACE}`);
        return html.replace(PLACE, () => `<script>${scriptOf(hintsOf(bundle ?? {}))}</script>`);
      },
    },
  };
}

export function hintsOf(bundle: Bundle): readonly Hint[] {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const entry = chunks.find((chunk) => chunk.isEntry);
  const initial = entry ? reach(chunks, [entry]) : new Set<Chunk>();
  const wordsOf = (language: string, namespaces: readonly string[]) =>
    chunks.filter((chunk) =>
      chunk.moduleIds.some((id) =>
        namespaces.some((name) => id.endsWith(`/locales/${language}/${name}.json`)),
      ),
    );
  const routes = Object.values<RouteEntry>(ROUTE_TABLE).filter(({ studio }) => !studio);
  return routes.map(({ path, module, early = [], namespaces }): Hint => {
    const page = [BOOKCASE, module, ...early].flatMap((name) =>
      chunks.filter((chunk) => chunk.moduleIds.some((id) => id.endsWith(name))),
    );
    const code = [...reach(chunks, page)].filter((chunk) => !initial.has(chunk));
    const words = ['zh-Hans', 'zh-Hant', 'en'].map((language) => [
      language,
      wordsOf(language, [...SHELL_NAMESPACES, ...namespaces]).map((chunk) => chunk.fileName),
    ]);
    const styles = code.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
    return [
      patternOf(path),
      [...new Set([...code.map((chunk) => chunk.fileName), ...styles])],
      Object.fromEntries(words),
    ];
  });
}

function reach(chunks: readonly Chunk[], from: readonly Chunk[]): Set<Chunk> {
  const seen = new Set<Chunk>();
  const visit = (chunk: Chunk | undefined) => {
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) visit(chunks.find((other) => other.fileName === name));
  };
  for (const chunk of from) visit(chunk);
  return seen;
}

/**
 * Old syntax, like every inline script here. It reads the language the first-paint script has just put on <html>, and
 * the shelf's address where the hub has written it into the page.
 */
function scriptOf(hints: readonly Hint[]): string {
  return `(function (hints) {
  function ask(rel, as, href) {
    var link = document.createElement('link');
    link.rel = rel;
    if (as) link.as = as;
    link.crossOrigin = '';
    link.href = href;
    document.head.appendChild(link);
  }
  var shelf = document.getElementById('shelf');
  // A reading's page carries the catalogue inside (hub/server/shelf-ahead.ts), or is hinted at it.
  if (shelf && !/^\\/read\\//.test(location.pathname)) ask('preload', 'fetch', JSON.parse(shelf.textContent).url + 'catalogue.jws');
  hints.forEach(function (hint) {
    if (!new RegExp(hint[0]).test(location.pathname)) return;
    hint[1].concat(hint[2][document.documentElement.lang] || []).forEach(function (file) {
      var isStyle = /css$/.test(file);
      ask(isStyle ? 'preload' : 'modulepreload', isStyle ? 'style' : '', '/' + file);
    });
  });
})(${JSON.stringify(hints)});`;
}
