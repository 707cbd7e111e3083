/** The two ways, on the product's own code, one after the other in the same worker. */
import type { BlobRef } from '../../../../src/core/reading/model.ts';
import { chunkCount, chunkHashesOf, chunkRange } from '../../../../src/core/shelf/chunks.ts';
import { openPack } from '../../../../src/core/shelf/pack/open-pack.ts';
import { sha256Hex } from '../../../../src/core/shelf/verify.ts';
import { createDatabaseJournal } from '../../../../src/library/install/database-journal.ts';
import { createHttpSource } from '../../../../src/library/install/http-source.ts';
import { installIssue } from '../../../../src/library/install/install-issue.ts';
import { openPackSource } from '../../../../src/library/install/pack-blob-source.ts';
import { createTally } from '../../../../src/library/install/tally.ts';
import type { IssueSummary } from '../../../../src/core/shelf/issue.ts';
import { openMediaStore } from '../../../../src/storage/media/open-media-store.ts';
import type { MediaStore } from '../../../../src/storage/media/media-store.ts';
import type { Order } from './order.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
type Bytes = Uint8Array<ArrayBuffer>;

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  work(data).then(
    (ms) => postMessage({ ms }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});

async function work(order: Order): Promise<number> {
  const store = await openMediaStore();
  await clear(store, order);
  const started = performance.now();
  if (order.how === 'ours') await installOurs(store, order);
  else for (const film of order.films) await installBare(store, film, order);
  const ms = performance.now() - started;
  for (const { sha256, size } of order.films)
    if ((await store.sealedSize(sha256)) !== size) throw new Error(`${sha256} is not here`);
  return ms;
}

async function clear(store: MediaStore, { issue, manifest, films }: Order): Promise<void> {
  const journal = createDatabaseJournal();
  const known = (await journal.installed()).find((record) => record.issue === issue);
  await journal.removeInstalled(issue);
  const hashes = [manifest, ...films].map(({ sha256 }) => sha256);
  await journal.forget([...new Set([...hashes, ...(known?.blobs ?? [])])]);
  for (const { sha256 } of await store.list()) await store.remove(sha256);
}

async function installOurs(store: MediaStore, { issue, manifest, from, root, pack }: Order): Promise<void> {
  const source = from === 'http' ? createHttpSource(root) : await openPackSource(picked(pack));
  const cover = manifest;
  const summary: IssueSummary = {
    id: issue,
    club: 'silent-world',
    month: issue.slice(0, 7),
    title: issue,
    summary: '',
    cover,
    pieceCount: 1,
    hasSign: false,
    hasCaptions: false,
    sizeBytes: 1,
  };
  const tally = createTally(1, Date.now, () => undefined);
  const journal = createDatabaseJournal();
  const signal = new AbortController().signal;
  await installIssue(
    { issue, manifest, summary },
    { source, store, journal, signal, tally, nowMs: Date.now },
  );
}

function picked(pack: File | null): File {
  if (pack === null) throw new Error('No pack was picked');
  return pack;
}

/** fetch or slice → SHA-256 → the same store. */
async function installBare(store: MediaStore, film: BlobRef, { from, root, pack }: Order): Promise<void> {
  const hashes = chunkHashesOf(film);
  const writer = await store.write(film.sha256);
  let index = 0;
  const chunks = from === 'http' ? fetched(root, film) : sliced(picked(pack), film);
  for await (const chunk of chunks) {
    if ((await sha256Hex(chunk)) !== hashes[index++]) throw new Error(`chunk ${index} is wrong`);
    await writer.append(chunk);
  }
  await writer.seal();
}

async function* fetched(root: string, film: BlobRef): AsyncGenerator<Bytes, void> {
  const response = await fetch(root + film.href, { cache: 'no-store' });
  const reader = response.body?.getReader();
  const memory = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) break;
    for (let at = 0; at < value.byteLength;) {
      const part = value.subarray(at, at + CHUNK_BYTES - filled);
      memory.set(part, filled);
      filled += part.byteLength;
      at += part.byteLength;
      if (filled < CHUNK_BYTES) continue;
      yield memory;
      filled = 0;
    }
  }
  if (filled > 0) yield memory.subarray(0, filled);
}

async function* sliced(pack: File, film: BlobRef): AsyncGenerator<Bytes, void> {
  const slice = async (start: number, end: number): Promise<Bytes> =>
    new Uint8Array(await pack.slice(start, end).arrayBuffer());
  const place = (await openPack({ size: pack.size, slice })).find(film);
  if (place === null) throw new Error(`${film.href} is not in the pack`);
  // The local header's own lengths (APPNOTE 4.3.7).
  const header = new DataView((await slice(place.offset, place.offset + 30)).buffer);
  const start = place.offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  for (let index = 0; index < chunkCount(film); index++) {
    const range = chunkRange(film, index);
    yield slice(start + range.start, start + range.end);
  }
}
