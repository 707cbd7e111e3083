/**
 * A build step: which files only a facilitator needs. They are in no member's cache; `studio-files.json` names them, and the service
 * worker keeps them as one complete set once the studio has been opened.
 *
 * A file is the studio's if it is reached from the studio's pages and words and not from the member's app without them; except for what
 * opens a preview file (`/preview/file`): that is for a member's tablet without a network, so it lies in every member's cache.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Plugin } from 'vite';

interface Chunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly moduleIds: readonly string[];
  readonly isEntry: boolean;
  readonly code: string;
  readonly viteMetadata?: {
    readonly importedCss: ReadonlySet<string>;
    readonly importedAssets: ReadonlySet<string>;
  };
}
interface Asset {
  readonly type: 'asset';
  readonly fileName: string;
  readonly source: string | Uint8Array;
}
export type Bundle = Readonly<Record<string, Chunk | Asset>>;

export const STUDIO_FILES = 'studio-files.json';
const ListSchema = v.object({ set: v.string(), files: v.array(v.string()) });
const IS_STUDIO = /\/src\/(?:features|app)\/studio\/|\/i18n\/locales\/[^/]+\/studio[^/]*\.json$/u;

export function studioFiles(): Plugin {
  return {
    name: 'same-page:studio-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = filesOfStudio(bundle);
      const set = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      const source = `${JSON.stringify({ set, files }, null, 1)}\n`;
      this.emitFile({ type: 'asset', fileName: STUDIO_FILES, source });
    },
  };
}

/** One file of a member's app; more is a mistake of the build. */
const MEMBER_FILE_BYTES = 2 * 2 ** 20;

/** For the precache: everything but what the studio alone needs. */
export function withoutStudio(outDir: string) {
  return async <T extends { readonly url: string; readonly size: number }>(entries: T[]) => {
    const { files } = v.parse(ListSchema, JSON.parse(await readFile(`${outDir}/${STUDIO_FILES}`, 'utf8')));
    const studio = new Set(files);
    const manifest = entries.filter(({ url }) => !studio.has(url));
    const heavy = manifest.filter(({ size }) => size > MEMBER_FILE_BYTES);
    if (heavy.length > 0) throw new Error(`Too large for a member: ${heavy.map(({ url }) => url).join()}`);
    return { manifest, warnings: [] };
  };
}

export function filesOfStudio(bundle: Bundle): readonly string[] {
  const parts = Object.values(bundle);
  const isStudio = (part: Chunk | Asset): boolean =>
    part.type === 'chunk' && part.moduleIds.some((id) => IS_STUDIO.test(id));
  const names = Object.keys(bundle);
  const all = (part: Chunk | Asset): readonly string[] => namedBy(part, names);
  const isMembers = (name: string): boolean => {
    const part = bundle[name];
    return part !== undefined && !isStudio(part);
  };
  const members = reach(
    bundle,
    parts.filter((part) => part.type === 'chunk' && part.isEntry),
    (part) => all(part).filter(isMembers),
  );
  const preview = filesOfPreview(bundle);
  const studio = reach(bundle, parts.filter(isStudio), all);
  return [...studio].filter((name) => !members.has(name) && !preview.has(name)).sort();
}

/** Where a preview file is opened, the app in its frame, and their words. */
const OPENS_PREVIEW =
  /\/src\/app\/studio\/(?:StudioPages|preview\/start-preview)\.tsx$|\/src\/features\/studio\/preview\/PreviewFilePage\.tsx$|\/locales\/[^/]+\/studio-preview\.json$/u;
/** What these load when there is a file to open. Everything else they could load is the studio's: its pages, axe, the dictionary. */
const READS_PREVIEW = /\/src\/features\/studio\/preview\/open-[\w-]+\.ts$/u;

function filesOfPreview(bundle: Bundle): ReadonlySet<string> {
  const has = (part: Chunk | Asset | undefined, what: RegExp): boolean =>
    part?.type === 'chunk' && part.moduleIds.some((id) => what.test(id));
  return reach(
    bundle,
    Object.values(bundle).filter((part) => has(part, OPENS_PREVIEW)),
    (part) =>
      part.type === 'asset'
        ? []
        : [
            ...part.imports,
            ...part.dynamicImports.filter((name) => has(bundle[name], READS_PREVIEW)),
            ...(part.viteMetadata?.importedCss ?? []),
            ...(part.viteMetadata?.importedAssets ?? []),
          ],
  );
}

function reach(
  bundle: Bundle,
  from: readonly (Chunk | Asset)[],
  next: (part: Chunk | Asset) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (part: Chunk | Asset | undefined): void => {
    if (!part || seen.has(part.fileName)) return;
    seen.add(part.fileName);
    for (const name of next(part)) visit(bundle[name]);
  };
  for (const part of from) visit(part);
  return seen;
}

/** A worker is an asset to the bundler, and known by its name in the code alone: of the page's, and of another worker. */
function namedBy(part: Chunk | Asset, names: readonly string[]): readonly string[] {
  const text = part.type === 'chunk' ? part.code : textOf(part);
  const workers = names.filter(
    (name) =>
      name.startsWith('assets/') && name !== part.fileName && text.includes(name.slice('assets/'.length)),
  );
  if (part.type === 'asset') return workers;
  const { imports, dynamicImports, viteMetadata } = part;
  return [
    ...imports,
    ...dynamicImports,
    ...(viteMetadata?.importedCss ?? []),
    ...(viteMetadata?.importedAssets ?? []),
    ...workers,
  ];
}

function textOf({ fileName, source }: Asset): string {
  if (!/\.m?js$/u.test(fileName)) return '';
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
