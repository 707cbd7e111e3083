/** When what was written is flushed and put down in the journal. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { blobHref } from '../../core/shelf/blob-href.ts';
import type { BlobRef } from '../../core/reading/model.ts';
import { CHUNK_BYTES, chunkHashes, sha256Hex } from '../../core/shelf/verify.ts';
import { signal, until } from './engine-fixture.ts';
import { fakeJournal, fakeSource, fakeStore } from './fakes.ts';
import { writeChunks } from './write-chunks.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const COUNT = 4;
const film = new Uint8Array(CHUNK_BYTES * (COUNT - 1) + 1000).map((_unit, at) => (at >> 10) & 255);
const silence = new Promise<void>(() => undefined);
const never = new AbortController().signal;

async function filmBlob(): Promise<BlobRef> {
  const [sha256, chunks = []] = [await sha256Hex(film), await chunkHashes(film)];
  return { sha256, size: film.byteLength, type: 'video/mp4', href: blobHref(sha256, 'mp4'), chunks };
}

/** @param before Waited for before the piece with this chunk's first byte is handed out. */
async function tablet(before: (chunk: number) => Promise<void>, trip?: (step: string) => void) {
  const blob = await filmBlob();
  const steps: string[] = [];
  const note = (step: string): void => {
    steps.push(step);
    trip?.(step);
  };
  const [store, journal] = [fakeStore(note), fakeJournal(note)];
  const source = {
    ...fakeSource(new Map([[blob.href, film]])),
    async *read(_blob: BlobRef, start: number, given: AbortSignal): AsyncGenerator<Bytes, void> {
      const stopped = new Promise<never>((_, reject) => {
        given.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      });
      for (let at = start; at < film.byteLength; at += CHUNK_BYTES) {
        await Promise.race([before(at / CHUNK_BYTES), stopped]);
        yield film.slice(at, at + CHUNK_BYTES);
      }
    },
  };
  const writer = await store.write(blob.sha256);
  const verified: number[] = [];
  const onVerified = (_blob: BlobRef, bytes: number): void => void verified.push(bytes);
  const tools = { source, store, journal, nowMs: () => 1, onReceived: () => undefined, onVerified };
  return {
    steps,
    verified,
    journalled: (): number => journal.tables.blobs.get(blob.sha256)?.verifiedChunks ?? 0,
    onDisk: (): number => store.files.get(blob.sha256)?.bytes.byteLength ?? 0,
    write: (until = never) => writeChunks(0, blob, writer, { ...tools, signal: until }),
  };
}

afterEach(() => vi.useRealTimers());

describe('a chunk that is verified', () => {
  it('is flushed and journalled though nothing comes after it', async () => {
    const goOn = signal();
    const on = await tablet(async (chunk) => {
      if (chunk > 0) await goOn.promise;
    });
    const writing = on.write();
    await until(() => on.journalled() === 1);
    expect(on.onDisk()).toBe(CHUNK_BYTES);
    goOn.resolve();
    await writing;
  });

  it('is flushed and journalled before the next one, where each takes its time', async () => {
    const on = await tablet((chunk) => until(() => on.journalled() === chunk).then(() => undefined));
    await on.write();
    const kept = on.steps.filter((step) => step !== 'write');
    const each = ['append', 'flush', 'putBlob'];
    expect(kept).toEqual([...each, ...each, ...each, 'append']);
  });

  it('shares its flush with others that come at the same moment', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const on = await tablet(() => Promise.resolve());
    await on.write();
    expect(on.steps).not.toContain('flush');
    expect(on.verified.at(-1)).toBe(film.byteLength);
  });

  it('is flushed and journalled when a person stops it, at that moment', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const stop = new AbortController();
    const on = await tablet((chunk) => (chunk < 2 ? Promise.resolve() : silence));
    const writing = on.write(stop.signal);
    for (let turn = 0; on.verified.length < 2 && turn < 100_000; turn++)
      await new Promise((resolve) => setImmediate(resolve));
    expect(on.journalled()).toBe(0);
    stop.abort();
    await expect(writing).rejects.toThrow('stopped');
    expect([on.journalled(), on.onDisk()]).toEqual([2, 2 * CHUNK_BYTES]);
  });

  it('is not journalled where it could not be flushed, and nobody waits for the line then', async () => {
    const on = await tablet(
      (chunk) => (chunk > 0 ? silence : Promise.resolve()),
      (step) => {
        if (step === 'flush') throw new DOMException('full', 'QuotaExceededError');
      },
    );
    await expect(on.write()).rejects.toThrow('full');
    expect(on.journalled()).toBe(0);
  });
});
