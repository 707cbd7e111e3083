/**
 * A build step: the files each route needs, as a script in index.html that asks for them with the page's first bytes.
 * Otherwise a page's code would be asked for only after the app's, and its words after that. The app decides all the
 * same what it loads; a hint that is wrong costs a request.
 */
import type { Plugin } from 'vite';
import { ROUTE_TABLE, SHELL_NAMESPACES, patternOf } from './route-table.ts';

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
  readonly facadeModuleId: string | null;
  readonly isEntry: boolean;
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}
type Bundle = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>;

/** In words: [pattern of the address, files whatever the language, files by language]. */
type Hint = readonly [string, readonly string[], Readonly<Record<string, readonly string[]>>];

export function earlyChunks(): Plugin {
  return {
    name: 'same-page:early-chunks',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return [];
        return [{ tag: 'script', children: scriptOf(hintsOf(bundle as Bundle)), injectTo: 'head' }];
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
  return Object.values(ROUTE_TABLE).map(({ path, module, namespaces }): Hint => {
    const page = chunks.filter((chunk) => chunk.facadeModuleId?.endsWith(module));
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

/** Reads the language the first-paint script has just put on <html>. */
function scriptOf(hints: readonly Hint[]): string {
  return `(function(hints){hints.forEach(function(hint){if(!new RegExp(hint[0]).test(location.pathname))return;hint[1].concat(hint[2][document.documentElement.lang]||[]).forEach(function(file){var link=document.createElement('link');var isStyle=/css$/.test(file);link.rel=isStyle?'preload':'modulepreload';if(isStyle)link.as='style';else link.crossOrigin='';link.href='/'+file;document.head.appendChild(link)})})})(${JSON.stringify(hints)})`;
}
