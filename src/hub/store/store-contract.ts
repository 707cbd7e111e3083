/** What every store promises: the same tests for a folder and for a bucket. */
import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BlobRef } from '../../core/reading/model.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import type { BlobSource, ShelfStore } from './store.ts';

export interface StoreUnderTest {
  readonly store: ShelfStore;
  /** The same place, as another hub has it open. */
  readonly other: ShelfStore;
  /** A folder for files to publish. */
  readonly folder: string;
}

const large = 21 * 1024 * 1024 + 7;

function blob(bytes: Uint8Array, extension = 'txt', type = 'text/plain'): BlobRef {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { href: blobHref(sha256, extension), sha256, size: bytes.byteLength, type };
}

async function collected(pieces: AsyncIterable<Uint8Array> | null): Promise<Buffer | null> {
  if (pieces === null) return null;
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** @param open Gives an empty store. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`a shelf in ${name}`, () => {
    let store: ShelfStore;
    let other: ShelfStore;
    let folder: string;
    beforeEach(async () => {
      ({ store, other, folder } = await open());
    });
    const text = new TextEncoder().encode('我第一次坐公交，很紧张。');
    const ref = blob(text);

    it('has nothing at first, and says so without failing', async () => {
      expect(await store.read(ref.href)).toBeNull();
      expect(await store.readRange(ref.href, 0, 4)).toBeNull();
      expect(await store.stream(ref.href)).toBeNull();
      expect(await store.sizeOf(ref.href)).toBeNull();
      expect(await store.readCatalogue()).toBeNull();
      expect(await store.listBlobs()).toEqual([]);
      await store.removeBlob(ref.href);
    });

    it('gives back what was put, whole and in parts', async () => {
      await store.putBlob(ref, { bytes: text });
      expect(Buffer.from((await store.read(ref.href)) ?? [])).toEqual(Buffer.from(text));
      expect(await store.sizeOf(ref.href)).toBe(text.byteLength);
      expect(Buffer.from((await store.readRange(ref.href, 3, 9)) ?? [])).toEqual(
        Buffer.from(text.slice(3, 9)),
      );
      expect(await store.readRange(ref.href, 30, 9_999)).toHaveLength(text.byteLength - 30);
      expect(await store.readRange(ref.href, 5_000, 9_999)).toHaveLength(0);
      expect(await collected(await store.stream(ref.href))).toEqual(Buffer.from(text));
      expect(await other.listBlobs()).toEqual([ref.href]);
    });

    it('takes a large file, from disk and as a stream, without a byte changed', async () => {
      const bytes = randomBytes(large);
      const file = path.join(folder, 'film.mp4');
      await writeFile(file, bytes);
      const film = blob(bytes, 'mp4', 'video/mp4');
      await store.putBlob(film, { path: file });
      expect((await collected(await store.stream(film.href)))?.equals(bytes)).toBe(true);
      await store.removeBlob(film.href);
      await store.putBlob(film, {
        async *open() {
          for (let at = 0; at < bytes.length; at += 300_000) yield bytes.subarray(at, at + 300_000);
        },
      });
      expect((await collected(await store.stream(film.href)))?.equals(bytes)).toBe(true);
    });

    it.each<[string, number, (bytes: Buffer) => Buffer]>([
      ['other bytes', 40, (bytes) => randomBytes(bytes.length)],
      ['too few', 40, (bytes) => bytes.subarray(1)],
      ['too many', 40, (bytes) => Buffer.concat([bytes, bytes])],
      ['other bytes of a large file', large, (bytes) => randomBytes(bytes.length)],
      ['a large file cut short', large, (bytes) => bytes.subarray(0, bytes.length - 1)],
    ])('seals nothing under a name its content does not have: %s', async (_why, size, change) => {
      const bytes = randomBytes(size);
      const promised = blob(bytes, 'mp4', 'video/mp4');
      const source: BlobSource = { bytes: new Uint8Array(change(bytes)) };
      await expect(store.putBlob(promised, source)).rejects.toThrow(/changed while/u);
      expect(await store.sizeOf(promised.href)).toBeNull();
      expect(await store.listBlobs()).toEqual([]);
    });

    it('leaves a blob alone that is there already', async () => {
      await store.putBlob(ref, { bytes: text });
      let isRead = false;
      await other.putBlob(ref, {
        async *open() {
          isRead = true;
          yield text;
        },
      });
      expect(isRead).toBe(false);
    });

    it('takes the same blob from two hubs at once', async () => {
      const bytes = randomBytes(90_000);
      const film = blob(bytes);
      const source: BlobSource = { bytes: new Uint8Array(bytes) };
      await Promise.all([store, other, store, other].map((one) => one.putBlob(film, source)));
      expect((await collected(await store.stream(film.href)))?.equals(bytes)).toBe(true);
    });

    it('switches the catalogue only from the one it is based on', async () => {
      expect(await store.switchCatalogue('first', null)).toBe(true);
      expect(await other.switchCatalogue('first of another', null)).toBe(false);
      const first = await store.readCatalogue();
      expect(first?.jws).toBe('first');
      expect(await store.switchCatalogue('second', first?.version ?? '')).toBe(true);
      expect(await other.switchCatalogue('second of another', first?.version ?? '')).toBe(false);
      expect((await other.readCatalogue())?.jws).toBe('second');
    });

    it('lets whoever waited for the other write alone', async () => {
      let inside = 0;
      let most = 0;
      const work = async (): Promise<void> => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 30));
        inside -= 1;
      };
      await store.whileAlone(work);
      await expect(store.whileAlone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      await other.whileAlone(work);
      expect(most).toBe(1);
    });

    it('replaces the feed, and takes blobs away', async () => {
      await store.writeFeed('{"one":1}');
      await store.writeFeed('{"two":2}');
      expect(new TextDecoder().decode((await other.read('opds.json')) ?? undefined)).toBe('{"two":2}');
      await store.putBlob(ref, { bytes: text });
      await other.removeBlob(ref.href);
      expect(await store.sizeOf(ref.href)).toBeNull();
    });
  });
}
