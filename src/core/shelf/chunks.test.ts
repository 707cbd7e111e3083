import { beforeAll, describe, expect, it } from 'vitest';
import { chunkCount, chunkHashesOf, chunkRange, verifyChunk } from './chunks.ts';
import { blobOf, noise } from './pack/fixture.ts';
import type { BlobToPack } from './pack/plan-volumes.ts';
import { CHUNK_BYTES } from './verify.ts';

let small: BlobToPack;
let large: BlobToPack;
beforeAll(async () => {
  small = await blobOf(noise(1000, 1));
  large = await blobOf(noise(CHUNK_BYTES + 7, 2));
});

describe('the chunks of a file', () => {
  it('cover it without gap or overlap, the last one shorter', () => {
    for (const size of [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 5e9]) {
      const count = chunkCount({ size });
      expect(chunkRange({ size }, 0).start).toBe(0);
      expect(chunkRange({ size }, count - 1).end).toBe(size);
      const ranges = Array.from({ length: count }, (_, index) => chunkRange({ size }, index));
      expect(ranges.slice(1).map(({ start }) => start)).toEqual(ranges.slice(0, -1).map(({ end }) => end));
      expect(chunkRange({ size }, count - 1).start).toBeLessThan(size);
    }
  });

  it('are taken one by one when they are what was promised', async () => {
    await expect(verifyChunk(small.ref, 0, await small.read(0, 1000))).resolves.toBeUndefined();
    for (const index of [0, 1]) {
      const { start, end } = chunkRange(large.ref, index);
      await expect(verifyChunk(large.ref, index, await large.read(start, end))).resolves.toBeUndefined();
    }
  });

  it('are refused changed, cut, in another place or past the end', async () => {
    const last = await large.read(CHUNK_BYTES, CHUNK_BYTES + 7);
    const changed = last.map((byte) => byte ^ 1);
    await expect(verifyChunk(large.ref, 1, changed)).rejects.toMatchObject({ fault: 'wrong-hash' });
    await expect(verifyChunk(large.ref, 1, last.slice(1))).rejects.toMatchObject({ fault: 'wrong-size' });
    await expect(verifyChunk(large.ref, 0, last)).rejects.toMatchObject({ fault: 'wrong-size' });
    await expect(verifyChunk(large.ref, 2, last)).rejects.toMatchObject({ fault: 'wrong-size' });
  });

  it('cannot be verified, so are not, where the reference names too few, too many or others', () => {
    const { chunks = [], ...bare } = large.ref;
    for (const ref of [
      bare,
      { ...bare, chunks: chunks.slice(1) },
      { ...bare, chunks: [...chunks, ...chunks] },
    ])
      expect(() => chunkHashesOf(ref)).toThrow(/^malformed/u);
    expect(() => chunkHashesOf({ ...small.ref, chunks: ['0'.repeat(64)] })).toThrow(/^malformed/u);
  });
});
