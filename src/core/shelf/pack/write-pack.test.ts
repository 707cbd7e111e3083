import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 as nodeCrc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHUNK_BYTES } from '../verify.ts';
import { crc32 } from './crc32.ts';
import { blobOf, catalogue, noise, open, packed, readWhole } from './fixture.ts';
import { planVolumes, type BlobToPack } from './plan-volumes.ts';

let small: BlobToPack;
let large: BlobToPack;
const none = new Uint8Array();
/** vitest compares megabytes one by one. */
const areSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
const largeBytes = noise(2 * CHUNK_BYTES + 5, 2);
beforeAll(async () => {
  small = await blobOf(noise(1000, 1), 'json');
  large = await blobOf(largeBytes, 'mp4');
});

describe('a pack', () => {
  it('gives back the catalogue and every blob, from any byte on', async () => {
    const [bytes = none] = await packed([small, large]);
    const pack = await open(bytes);
    expect(await pack.catalogue()).toBe(catalogue);
    expect(pack.hashes).toEqual([small.ref.sha256, large.ref.sha256]);
    expect(areSame(await readWhole(pack, large.ref), largeBytes)).toBe(true);
    const rest = await readWhole(pack, large.ref, CHUNK_BYTES);
    expect(areSame(rest, largeBytes.slice(CHUNK_BYTES))).toBe(true);
    expect(pack.find(small.ref)).toMatchObject({ size: 1000 });
    expect(pack.find({ ...small.ref, sha256: 'f'.repeat(64) })).toBeNull();
  });

  it('hands out at most 4 MiB at once, and stops when told', async () => {
    const [bytes = none] = await packed([large]);
    const pack = await open(bytes);
    const sizes: number[] = [];
    for await (const piece of pack.read(large.ref, 0)) sizes.push(piece.byteLength);
    expect(Math.max(...sizes)).toBe(4 * 1024 * 1024);
    const stop = new AbortController();
    const reading = pack.read(large.ref, 0, stop.signal);
    await reading.next();
    stop.abort();
    await expect(reading.next()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is the same file whenever and wherever it is written', async () => {
    const [first = none] = await packed([small, large]);
    const [second = none] = await packed([small, large]);
    expect(areSame(first, second)).toBe(true);
  });

  it('stores a blob two months share once', async () => {
    const [once = none] = await packed([small]);
    const [twice = none] = await packed([small, small]);
    expect(twice).toEqual(once);
  });

  it('takes nothing in that is not what was promised', async () => {
    const wrong = { ...small, read: async () => noise(1000, 9) };
    await expect(packed([wrong])).rejects.toMatchObject({ fault: 'wrong-hash' });
    let reads = 0;
    const changing: BlobToPack = {
      ref: large.ref,
      read: (start, end) => (++reads > 3 ? Promise.resolve(noise(end - start, 4)) : large.read(start, end)),
    };
    await expect(packed([changing])).rejects.toMatchObject({ fault: 'wrong-hash' });
  });
});

describe('volumes', () => {
  it('are packs of their own: the catalogue in each, each blob whole in one, none above the limit', async () => {
    const blobs = await Promise.all([1, 2, 3, 4, 5].map((seed) => blobOf(noise(4000, seed))));
    const volumes = await packed(blobs, 9000);
    expect(volumes).toHaveLength(3);
    const hashes: string[] = [];
    for (const volume of volumes) {
      expect(volume.byteLength).toBeLessThanOrEqual(9000);
      const pack = await open(volume);
      expect(await pack.catalogue()).toBe(catalogue);
      hashes.push(...pack.hashes);
    }
    expect(hashes).toEqual(blobs.map(({ ref }) => ref.sha256));
  });

  it('each carry what names their blobs, so that none needs another to be put in first', async () => {
    const manifests = await Promise.all([7, 8].map((seed) => blobOf(noise(500, seed))));
    const blobs = await Promise.all([1, 2, 3, 4].map((seed) => blobOf(noise(4000, seed))));
    const [first, second] = manifests;
    const named = blobs.map((blob, at) => ({ ...blob, namedBy: at < 3 ? first : second }));
    const all = [first, ...named.slice(0, 3), second, ...named.slice(3)].filter((blob) => blob !== undefined);
    const inEach = [];
    for (const volume of await packed(all, 9500)) {
      expect(volume.byteLength).toBeLessThanOrEqual(9500);
      inEach.push((await open(volume)).hashes);
    }
    const hash = (blob: BlobToPack | undefined): string => blob?.ref.sha256 ?? '';
    expect(inEach).toEqual([
      [hash(first), hash(blobs[0]), hash(blobs[1])],
      [hash(first), hash(blobs[2]), hash(second)],
      [hash(second), hash(blobs[3])],
    ]);
  });

  it('have the size that was planned, to the byte', async () => {
    const naming = await blobOf(noise(200, 9));
    const blobs = (await Promise.all([1, 2, 3].map((seed) => blobOf(noise(3000 * seed, seed))))).map(
      (blob) => ({ ...blob, namedBy: naming }),
    );
    const plan = planVolumes({ catalogue, blobs, volumeBytes: 10_000 });
    const volumes = await packed(blobs, 10_000);
    expect(plan.map(({ sizeBytes }) => sizeBytes)).toEqual(volumes.map((volume) => volume.byteLength));
  });

  it('stay below 3.5 GiB unless told otherwise', () => {
    const blob = (digit: string, size: number): BlobToPack => ({
      ...small,
      ref: { ...small.ref, sha256: digit.repeat(64), size },
    });
    const gigabyte = 1024 ** 3;
    const blobs = [blob('a', 2 * gigabyte), blob('b', gigabyte), blob('c', gigabyte)];
    const plan = planVolumes({ catalogue, blobs });
    expect(plan.map((volume) => volume.blobs.length)).toEqual([2, 1]);
    expect(() => planVolumes({ catalogue, blobs: [blob('d', 4 * gigabyte)] })).toThrow(/^too-large/u);
  });
});

describe('other programs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'same-page-pack-'));
  const file = path.join(folder, 'ours.zip');
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(async () => {
    const [bytes = none] = await packed([small, large]);
    writeFileSync(file, bytes);
  });
  const has = (command: string): boolean => {
    try {
      execFileSync(command, ['--help'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };

  it.skipIf(!has('unzip'))('unzip tests our packs whole and takes them apart', () => {
    expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
    execFileSync('unzip', ['-q', file, '-d', folder]);
    expect(areSame(readFileSync(path.join(folder, large.ref.href)), largeBytes)).toBe(true);
  });

  it.skipIf(!has('python3'))('Python reads our packs, checksums and all', () => {
    const script =
      'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))';
    const names = execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toEqual(['catalogue.jws', small.ref.href, large.ref.href]);
  });
});

describe('the checksum of other programs', () => {
  it('is theirs, at every length and continued anywhere', () => {
    const bytes = noise(1031, 5);
    for (const size of [0, 1, 7, 8, 9, 64, 1031])
      expect(crc32(bytes.slice(0, size))).toBe(nodeCrc32(bytes.slice(0, size)));
    expect(crc32(bytes.slice(13), crc32(bytes.slice(0, 13)))).toBe(nodeCrc32(bytes));
  });
});
