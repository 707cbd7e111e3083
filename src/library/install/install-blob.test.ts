import { array, assert as holds, asyncProperty, constantFrom, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobHref } from '../../core/shelf/blob-href.ts';
import type { BlobRef } from '../../core/reading/model.ts';
import { CHUNK_BYTES, chunkHashes, sha256Hex } from '../../core/shelf/verify.ts';
import { fakeJournal, fakeSource, fakeStore } from './fakes.ts';
import { installBlob, type InstallTools } from './install-blob.ts';
import { SourceError } from './source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

async function blobOf(bytes: Bytes, type = 'video/mp4'): Promise<BlobRef> {
  const sha256 = await sha256Hex(bytes);
  const chunks = await chunkHashes(bytes);
  return { sha256, size: bytes.byteLength, type, href: blobHref(sha256, 'mp4'), ...(chunks && { chunks }) };
}

const large = Uint8Array.from(
  { length: CHUNK_BYTES * 2 + 1000 },
  (_unit, at) => (at * 31 + (at >> 12)) & 255,
);
// Comparing eight million elements one by one takes a test framework a minute.
const isSame = (a: Bytes, b: Bytes): boolean => Buffer.compare(a, b) === 0;
const small = large.slice(0, 5000);

function longer(piece: Bytes): Bytes {
  const more = new Uint8Array(piece.byteLength + 9);
  more.set(piece, 9);
  return more;
}

function tools(parts: Pick<InstallTools, 'source' | 'store' | 'journal'>): InstallTools {
  return {
    ...parts,
    signal: new AbortController().signal,
    nowMs: () => 1000,
    onReceived: () => undefined,
    onVerified: () => undefined,
  };
}

describe('one file', () => {
  it('is sealed and journalled when every chunk is right', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    await installBlob(
      blob,
      undefined,
      tools({ store, journal, source: fakeSource(new Map([[blob.href, large]])) }),
    );
    const file = store.files.get(blob.sha256);
    expect(file?.sealed && isSame(file.bytes, large)).toBe(true);
    expect(journal.tables.blobs.get(blob.sha256)).toMatchObject({ verifiedChunks: 3, sealedMs: 1000 });
  });

  it('is not fetched at all when it lies here sealed and right, though the journal was lost', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    store.files.set(blob.sha256, { bytes: large, sealed: true });
    const source = fakeSource(new Map([[blob.href, large]]));
    await installBlob(blob, undefined, tools({ store, journal, source }));
    expect(source.asked).toEqual([]);
    expect(journal.tables.blobs.get(blob.sha256)?.sealedMs).toBe(1000);
  });

  it('sealed here but damaged, it is fetched again', async () => {
    const blob = await blobOf(small);
    const [store, journal] = [fakeStore(), fakeJournal()];
    store.files.set(blob.sha256, { bytes: small.map((byte) => byte ^ 1), sealed: true });
    await installBlob(
      blob,
      undefined,
      tools({ store, journal, source: fakeSource(new Map([[blob.href, small]])) }),
    );
    expect(store.files.get(blob.sha256)?.bytes).toEqual(small);
  });

  it('goes on after what was flushed and not journalled, without fetching it again', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    store.files.set(blob.sha256, { bytes: large.slice(0, CHUNK_BYTES + 77), sealed: false });
    const source = fakeSource(new Map([[blob.href, large]]));
    await installBlob(blob, undefined, tools({ store, journal, source }));
    expect(source.asked).toEqual([{ sha256: blob.sha256, start: CHUNK_BYTES }]);
    expect(isSame(store.files.get(blob.sha256)?.bytes ?? small, large)).toBe(true);
  });

  it('is not sealed when the answer ends early, and keeps what came', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    const source = fakeSource(new Map([[blob.href, large.slice(0, CHUNK_BYTES * 2)]]));
    await expect(installBlob(blob, undefined, tools({ store, journal, source }))).rejects.toThrow(
      'wrong-length',
    );
    expect(store.files.get(blob.sha256)?.sealed).toBe(false);
    expect(journal.tables.blobs.get(blob.sha256)).toMatchObject({ verifiedChunks: 2, sealedMs: null });
  });
});

describe('a file from a stick', () => {
  it('that is pulled out keeps every chunk that was right', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    const files = new Map([[blob.href, large]]);
    const whole = fakeSource(files);
    const pulled = fakeSource(new Map([[blob.href, large.slice(0, CHUNK_BYTES * 2 + 9)]]));
    const kind = 'pack' as const;
    const install = (source: InstallTools['source']) =>
      installBlob(blob, journal.tables.blobs.get(blob.sha256), tools({ store, journal, source }));
    await expect(install({ ...pulled, kind })).rejects.toThrow('wrong-length');
    expect(journal.tables.blobs.get(blob.sha256)).toMatchObject({ verifiedChunks: 2, sealedMs: null });
    await install({ ...whole, kind });
    expect(whole.asked).toEqual([{ sha256: blob.sha256, start: 2 * CHUNK_BYTES }]);
    expect(isSame(store.files.get(blob.sha256)?.bytes ?? small, large)).toBe(true);
  });
});

describe('the journal’s word', () => {
  it('holds only as far as the file reaches', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    store.files.set(blob.sha256, { bytes: large.slice(0, CHUNK_BYTES), sealed: false });
    const known = { ...blob, verifiedChunks: 2, sealedMs: null, verifiedMs: null };
    const source = fakeSource(new Map([[blob.href, large]]));
    await installBlob(blob, known, tools({ store, journal, source }));
    expect(source.asked).toEqual([{ sha256: blob.sha256, start: CHUNK_BYTES }]);
    expect(isSame(store.files.get(blob.sha256)?.bytes ?? small, large)).toBe(true);
  });

  it('is enough: what it calls verified is not hashed or fetched again', async () => {
    const blob = await blobOf(large);
    const [store, journal] = [fakeStore(), fakeJournal()];
    store.files.set(blob.sha256, { bytes: large.slice(0, 2 * CHUNK_BYTES), sealed: false });
    const known = { ...blob, verifiedChunks: 2, sealedMs: null, verifiedMs: null };
    const source = fakeSource(new Map([[blob.href, large]]));
    await installBlob(blob, known, tools({ store, journal, source }));
    expect(source.asked).toEqual([{ sha256: blob.sha256, start: 2 * CHUNK_BYTES }]);
  });
});

describe('a text', () => {
  it('that is not what was promised is not held', async () => {
    const blob = await blobOf(small, 'text/vtt');
    const [store, journal] = [fakeStore(), fakeJournal()];
    const source = fakeSource(new Map([[blob.href, small.map((byte) => byte ^ 1)]]));
    await expect(installBlob(blob, undefined, tools({ store, journal, source }))).rejects.toThrow(
      'wrong-hash',
    );
    expect(journal.tables.held.size).toBe(0);
    expect(journal.tables.blobs.size).toBe(0);
  });
});

describe('whatever fails, whenever', () => {
  it('nothing wrong is sealed, and nothing verified is fetched twice', { timeout: 60_000 }, async () => {
    const blob = await blobOf(large);
    const cutsOf = array(nat({ max: 14 }), { maxLength: 8 });
    await holds(
      asyncProperty(cutsOf, nat({ max: 3 }), constantFrom('http', 'pack'), async (cuts, how, kind) => {
        let steps = 0;
        let cut: number | null = null;
        const trip = (): void => {
          if (cut !== null && steps++ === cut) throw new DOMException('off', 'AbortError');
        };
        const store = fakeStore(trip);
        const journal = fakeJournal(trip);
        const source = fakeSource(new Map([[blob.href, large]]), (piece) => {
          const isHit = cut !== null && steps++ === cut;
          if (!isHit) return piece;
          if (how === 0) throw new SourceError('offline', 'cut');
          if (how === 1) return piece.map((byte, at) => (at === 9 ? byte ^ 4 : byte));
          return how === 2 ? piece.slice(1) : longer(piece);
        });
        for (const next of [...cuts, null]) {
          cut = next;
          steps = 0;
          const onDisk = store.files.get(blob.sha256);
          const isWhole = onDisk?.sealed ?? false;
          const verified = Math.floor((onDisk?.bytes.byteLength ?? 0) / CHUNK_BYTES) * CHUNK_BYTES;
          const askedBefore = source.asked.length;
          const known = (await journal.blobs([blob.sha256])).get(blob.sha256);
          await installBlob(blob, known, tools({ store, journal, source: { ...source, kind } })).catch(
            () => undefined,
          );
          for (const { start } of source.asked.slice(askedBefore)) {
            expect(isWhole).toBe(false);
            expect(start).toBeGreaterThanOrEqual(verified);
          }
          const file = store.files.get(blob.sha256);
          expect(!file?.sealed || isSame(file.bytes, large)).toBe(true);
          const record = journal.tables.blobs.get(blob.sha256);
          expect((record?.sealedMs ?? null) === null || file?.sealed).toBe(true);
          expect(Math.min((record?.verifiedChunks ?? 0) * CHUNK_BYTES, blob.size)).toBeLessThanOrEqual(
            file?.bytes.byteLength ?? 0,
          );
        }
        expect(journal.tables.blobs.get(blob.sha256)?.sealedMs).toBe(1000);
      }),
      { numRuns: 40, seed: 3 },
    );
  });
});
