/** For tests of trust: a shelf of one small month that is whole, and the three ways it can reach a tablet. */
import * as v from 'valibot';
import { vi } from 'vitest';
import { SentenceIdSchema, type BlobRef, type Reading } from '../core/reading/model.ts';
import type { KeyPair } from '../core/shelf/attack-fixture.ts';
import { blobHref } from '../core/shelf/blob-href.ts';
import type { CataloguePayload } from '../core/shelf/catalogue.ts';
import { ClubSchema } from '../core/shelf/club.ts';
import { writeFeed, writePublication } from '../core/shelf/feed.ts';
import { club, issueToWrite, pieceToWrite } from '../core/shelf/fixture.ts';
import { readingType } from '../core/shelf/manifest-schema.ts';
import { writeManifest } from '../core/shelf/manifest-writer.ts';
import { build } from '../core/shelf/pack/hostile-fixture.ts';
import { noise } from '../core/shelf/pack/fixture.ts';
import { signCatalogue } from '../core/shelf/sign.ts';
import { sha256Hex } from '../core/shelf/verify.ts';
import { createHttpSource } from './install/http-source.ts';
import { fakeJournal, fakeStore } from './install/fakes.ts';
import { importFrom } from './install/import-from.ts';
import { installIssue } from './install/install-issue.ts';
import { createTally } from './install/tally.ts';
import type { ImportedFrom } from './library.ts';
import type { ShelfConfig } from './shelf-config.ts';
import { refreshCatalogue } from './trust.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export const URL_OF_SHELF = 'https://shelf.example/';
export const ISSUE = '2026-11-silent-world';
export const ISSUED = '2026-11-01T08:00:00.000Z';

const READING: Reading = {
  version: 1,
  kind: 'reading',
  title: '老街的早晨',
  language: 'zh-Hans',
  blocks: [
    {
      type: 'paragraph',
      sentences: [{ id: v.parse(SentenceIdSchema, 's1'), words: [{ text: '妈妈带我去' }, { text: '。' }] }],
    },
  ],
  terms: [],
  questions: [],
};

export interface Month {
  /** By address below the shelf, without a catalogue. Tests replace what they like. */
  readonly files: Map<string, Bytes>;
  readonly manifest: BlobRef;
  readonly media: BlobRef;
}

/** `seed` makes another revision of the same month. */
export async function monthOf(seed = 1): Promise<Month> {
  const files: Month['files'] = new Map();
  async function put(bytes: Bytes, extension: string, type: string): Promise<BlobRef> {
    const sha256 = await sha256Hex(bytes);
    const href = blobHref(sha256, extension);
    files.set(href, bytes);
    return { href, sha256, size: bytes.byteLength, type };
  }
  const text = (content: string, extension: string, type: string): Promise<BlobRef> =>
    put(new TextEncoder().encode(content), extension, type);

  const size = { width: 880, height: 150 };
  const drawing = {
    ...(await text('<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg', 'image/svg+xml')),
    ...size,
  };
  const bitmap = { ...(await put(noise(200, 3), 'png', 'image/png')), ...size };
  const media = await put(noise(9000, seed), 'mp4', 'video/mp4');
  const reading = await text(JSON.stringify(READING), 'json', readingType);
  const html = await text('<!doctype html><title>老街</title>', 'html', 'text/html');
  const written = pieceToWrite();
  const piece = { ...written, html, cueTracks: {}, files: { reading, tracks: [], captions: [] } };
  const whole = issueToWrite(piece);
  const issue = { ...whole.issue, cover: drawing };
  const manifest = await text(
    JSON.stringify(
      writeManifest({ ...whole, issue, covers: [drawing, bitmap], glossary: null, resources: [media] }),
    ),
    'json',
    'application/webpub+json',
  );
  return { files, manifest, media };
}

/** The month's catalogue, signed by whoever one likes. */
export async function release(
  month: Month,
  { privateKey }: KeyPair,
  more: Partial<CataloguePayload> = {},
): Promise<string> {
  const { issue, covers } = issueToWrite();
  const language = ['zh-Hans'];
  const bitmap = covers[1] ?? issue.cover;
  const { manifest } = month;
  const publication = writePublication({ issue, club, language, modified: ISSUED, manifest, bitmap });
  const payload: CataloguePayload = {
    version: 1,
    sequence: 5,
    issued: ISSUED,
    expires: '2099-05-01T08:00:00.000Z',
    withdrawn: [],
    clubs: [v.parse(ClubSchema, club)],
    feed: writeFeed([club], [publication], ISSUED),
    ...more,
  };
  return signCatalogue(payload, privateKey);
}

/** A tablet's own journal and store; its catalogue and key lie in the database. */
export function tabletWith(config: ShelfConfig) {
  const [journal, store] = [fakeJournal(), fakeStore()];
  const tools = { journal, store, nowMs: Date.now, signal: new AbortController().signal };
  return {
    config,
    journal,
    store,
    isWhole: (): boolean => journal.tables.installed.get(ISSUE)?.missing.length === 0,
    holds: (bytes: Bytes): boolean => {
      const all = [...journal.tables.held.values(), ...[...store.files.values()].map((file) => file.bytes)];
      return all.some((held) => Buffer.from(held).equals(bytes));
    },
    async install(files: ReadonlyMap<string, Bytes>): Promise<void> {
      const catalogue = await refreshCatalogue(config);
      for (const { manifest, ...summary } of catalogue.issues) {
        const source = createHttpSource(config.url, { fetch: fetchFrom(files) });
        const tally = createTally(summary.sizeBytes, Date.now, () => undefined);
        await installIssue({ issue: summary.id, manifest, summary }, { ...tools, source, tally });
      }
    },
    importFrom: (from: ImportedFrom, { signal = tools.signal, onProgress = () => undefined }: Stop = {}) =>
      importFrom(from, {
        ...tools,
        signal,
        config,
        onProgress,
        onInstalled: () => Promise.resolve(),
        id: 'an import',
        onMoving: () => undefined,
      }),
  };
}
export type TestTablet = ReturnType<typeof tabletWith>;

/** For those who stop an import in the middle. */
interface Stop {
  readonly signal?: AbortSignal;
  readonly onProgress?: () => void;
}

/** Brings a catalogue and whatever files an attacker likes to a tablet. Rejects with what the tablet refuses it for. */
export type Way = (
  tablet: TestTablet,
  catalogue: string,
  files: ReadonlyMap<string, Bytes>,
) => Promise<unknown>;

const withCatalogue = (catalogue: string, files: ReadonlyMap<string, Bytes>): Map<string, Bytes> =>
  new Map([['catalogue.jws', new TextEncoder().encode(catalogue)], ...files]);

export const overHttp: Way = (tablet, catalogue, files) => {
  const shelf = withCatalogue(catalogue, files);
  vi.stubGlobal('fetch', fetchFrom(shelf));
  return tablet.install(shelf);
};

export const fromPack: Way = (tablet, catalogue, files) => {
  const entries = [...withCatalogue(catalogue, files)].map(([name, data]) => ({ name, data }));
  return tablet.importFrom([new File([build(entries)], 'november.samepage.zip')]);
};

export const fromFolder: Way = (tablet, catalogue, files) =>
  tablet.importFrom(folderOf(withCatalogue(catalogue, files)));

function fetchFrom(files: ReadonlyMap<string, Bytes>): typeof fetch {
  return (input) => {
    const bytes = files.get(String(input).replace(URL_OF_SHELF, ''));
    return Promise.resolve(bytes ? new Response(bytes) : new Response('', { status: 404 }));
  };
}

/** As much of a picked folder as the folder source asks for. */
function folderOf(files: ReadonlyMap<string, Bytes>, below = ''): FileSystemDirectoryHandle {
  const handle = {
    kind: 'directory',
    name: 'shelf',
    getDirectoryHandle: (name: string) => Promise.resolve(folderOf(files, `${below}${name}/`)),
    getFileHandle: (name: string) => {
      const bytes = files.get(below + name);
      if (!bytes) return Promise.reject(new DOMException(name, 'NotFoundError'));
      return Promise.resolve({ getFile: () => Promise.resolve(new File([bytes], name)) });
    },
  };
  return handle as unknown as FileSystemDirectoryHandle;
}
