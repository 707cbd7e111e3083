import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ShelfError } from '../errors.ts';
import { verifyBlob } from '../verify.ts';
import { blobOf, catalogue, joined, noise, packed, type Bytes } from './fixture.ts';
import { build, catalogueEntry } from './hostile-fixture.ts';
import { openPack } from './open-pack.ts';
import { PackError } from './pack-error.ts';
import type { BlobToPack } from './plan-volumes.ts';

let blobs: BlobToPack[];
let valid: Bytes;
let large: Bytes;
beforeAll(async () => {
  blobs = await Promise.all([30, 700, 1].map((size, seed) => blobOf(noise(size, seed + 1))));
  [valid = new Uint8Array()] = await packed(blobs);
  const contents = await Promise.all(
    blobs.map(async ({ ref, read }) => ({ name: ref.href, data: await read(0, ref.size) })),
  );
  large = build([catalogueEntry, ...contents], { end64: {} });
});

type Mutation = (bytes: Bytes) => Bytes;
/** A place in the file, most often in its records, where mutations hurt. */
const place = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0.5, max: 1, noNaN: true }),
);
const at = (bytes: Bytes, where: number): number =>
  Math.min(bytes.byteLength - 1, Math.floor(where * bytes.byteLength));
const byte = fc.oneof(fc.constantFrom(0, 1, 0xff, 0x50, 0x4b), fc.integer({ min: 0, max: 255 }));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, byte).map(([where, value]): Mutation => (bytes) => {
    const changed = bytes.slice();
    changed[at(bytes, where)] = value;
    return changed;
  }),
  fc
    .tuple(place, fc.uint8Array({ minLength: 4, maxLength: 8 }))
    .map(([where, values]): Mutation => (bytes) => {
      const changed = bytes.slice();
      changed.set(values.subarray(0, bytes.byteLength - at(bytes, where)), at(bytes, where));
      return changed;
    }),
  place.map(
    (where): Mutation =>
      (bytes) =>
        bytes.slice(0, at(bytes, where) + 1),
  ),
  place.map(
    (where): Mutation =>
      (bytes) =>
        bytes.slice(at(bytes, where)),
  ),
  fc.tuple(place, fc.uint8Array({ maxLength: 64 })).map(
    ([where, values]): Mutation =>
      (bytes) =>
        joined([bytes.slice(0, at(bytes, where)), Uint8Array.from(values), bytes.slice(at(bytes, where))]),
  ),
  fc.tuple(place, place).map(([from, to]): Mutation => (bytes) => {
    const changed = bytes.slice();
    changed.copyWithin(at(bytes, to), at(bytes, from), at(bytes, from) + 46);
    return changed;
  }),
);

/** Reads everything there is to read; returns how many bytes of the file that took. */
async function readAll(bytes: Bytes): Promise<number> {
  let read = 0;
  const pack = await openPack({
    size: bytes.byteLength,
    slice: async (start, end) => {
      if (start < 0 || end < start || end > bytes.byteLength) throw new Error(`asked for ${start}–${end}`);
      read += end - start;
      return bytes.slice(start, end);
    },
  });
  const text = await pack.catalogue();
  expect(text.length).toBeLessThanOrEqual(bytes.byteLength);
  for (const { ref, read: original } of blobs) {
    if (pack.find(ref) === null) continue;
    const pieces: Bytes[] = [];
    for await (const piece of pack.read(ref, 0)) pieces.push(piece);
    await verifyBlob(joined(pieces), ref);
    expect(joined(pieces)).toEqual(await original(0, ref.size));
  }
  return read;
}

describe('a pack changed at random', () => {
  it('is refused with a fault or gives the very bytes that were promised, and is never read more than twice', async () => {
    expect(await readAll(valid)).toBeLessThan(2 * valid.byteLength);
    let taken = 0;
    // The file itself can be read, so a changed one must never be called unreadable: that would be a bad address.
    let isAlwaysExplained = true;
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        async (isLarge, mutations) => {
          const bytes = mutations.reduce(
            (each, mutate) => (each.byteLength === 0 ? each : mutate(each)),
            isLarge ? large : valid,
          );
          try {
            // The list once, each header and each file once; and 64 KB where the end is looked for.
            expect(await readAll(bytes)).toBeLessThan(2 * bytes.byteLength + 70_000);
            taken++;
          } catch (error) {
            if (!(error instanceof PackError || error instanceof ShelfError)) throw error;
            isAlwaysExplained &&= error.fault !== 'unreadable';
          }
        },
      ),
      { numRuns: 3000, seed: 2026 },
    );
    expect(isAlwaysExplained).toBe(true);
    // Changes inside the files' own dates or the like; most are noticed.
    expect(taken).toBeLessThan(1000);
  });

  it('of random bytes is never a pack', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (random) => {
        await expect(openPack(sourceFrom(random))).rejects.toBeInstanceOf(PackError);
      }),
      { numRuns: 500, seed: 2026 },
    );
  });
});

function sourceFrom(random: Uint8Array) {
  const bytes = Uint8Array.from(random);
  return { size: bytes.byteLength, slice: async (start: number, end: number) => bytes.slice(start, end) };
}

describe('the honest pack the mutations start from', () => {
  it('reads whole', async () => {
    const pack = await openPack(sourceFrom(large));
    expect(await pack.catalogue()).toBe(catalogue);
    expect(pack.hashes).toHaveLength(3);
  });
});
