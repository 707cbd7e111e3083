/** The S3 store on a real engine: the contract every store keeps, and what only a bucket promises. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { blobHref } from '../../src/core/shelf/blob-href.ts';
import { withLease } from '../../src/hub/store/bucket-lease.ts';
import { probedBucket } from '../../src/hub/store/probe-conditions.ts';
import type { S3Bucket } from '../../src/hub/store/s3-bucket.ts';
import type { S3Settings } from '../../src/hub/store/s3-settings.ts';
import { s3Store } from '../../src/hub/store/s3-store.ts';
import { describeStore } from '../../src/hub/store/store-contract.ts';
import { emptyPlace, s3Engine } from '../support/s3-engine.ts';

const engine = await s3Engine();
const used: S3Settings[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const place of used.splice(0)) await emptyPlace(place);
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

function place(): S3Settings {
  if (engine === null) throw new Error('no engine');
  const settings = engine.place();
  used.push(settings);
  return settings;
}

describe.skipIf(engine === null)('on a real S3 engine', () => {
  describeStore('a bucket', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'same-page-s3-'));
    folders.push(folder);
    const settings = place();
    const [one, two] = [await probedBucket(settings), await probedBucket(settings)];
    return { store: s3Store(one), other: s3Store(two), folder };
  });

  describe('a bucket', () => {
    const open = async (): Promise<[S3Settings, S3Bucket]> => {
      const settings = place();
      return [settings, await probedBucket(settings)];
    };

    it('is left by the probe as it was', async () => {
      const [, bucket] = await open();
      expect(await bucket.list('')).toEqual([]);
    });

    it('does a deletion in its time, and refuses one that comes after it', async () => {
      const [, bucket] = await open();
      await bucket.put('it', Buffer.from('x'), { ContentType: 'text/plain', CacheControl: 'no-store' });
      const now = (await bucket.get('it'))?.writtenAt ?? new Date(0);
      const before = { from: new Date(now.getTime() - 60_000), seconds: 10 };
      expect(await bucket.removeWithin('it', before)).toBe(false);
      expect(await bucket.sizeOf('it')).toBe(1);
      expect(await bucket.removeWithin('it', { from: now, seconds: 300 })).toBe(true);
      expect(await bucket.sizeOf('it')).toBeNull();
    });

    it('offers what lies in it as the hub would: type, for good or for now, in parts, from any page', async () => {
      const [settings, bucket] = await open();
      const store = s3Store(bucket);
      const bytes = randomBytes(9 * 1024 * 1024);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const href = blobHref(sha256, 'mp4');
      await store.putBlob(
        { href, sha256, size: bytes.length, type: 'video/mp4' },
        { bytes: new Uint8Array(bytes) },
      );
      await store.switchCatalogue('a.b.c', null);
      const shelf = engine?.publicUrl(settings) ?? '';
      const film = await fetch(shelf + href, {
        headers: { range: 'bytes=5-8', origin: 'https://a.example' },
      });
      expect(film.status).toBe(206);
      expect(Buffer.from(await film.arrayBuffer())).toEqual(bytes.subarray(5, 9));
      expect(film.headers.get('content-type')).toBe('video/mp4');
      expect(film.headers.get('cache-control')).toMatch(/immutable/u);
      expect(film.headers.get('access-control-allow-origin')).toBe('*');
      const catalogue = await fetch(`${shelf}catalogue.jws`);
      expect(catalogue.headers.get('cache-control')).toBe('no-cache');
      expect(catalogue.headers.get('content-type')).toBe('application/jose');
    });

    it('gets the manifest’s own type, which its name does not say', async () => {
      const [settings, bucket] = await open();
      const bytes = new Uint8Array(Buffer.from('{}'));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const ref = { href: blobHref(sha256, 'json'), sha256, size: 2, type: 'application/webpub+json' };
      await s3Store(bucket).putBlob(ref, { bytes });
      const head = await bucket.client.send(
        new HeadObjectCommand({ Bucket: settings.bucket, Key: bucket.keyOf(ref.href) }),
      );
      expect(head.ContentType).toBe('application/webpub+json');
    });

    it('mends a blob that other hands cut short', async () => {
      const [, bucket] = await open();
      const bytes = new Uint8Array(randomBytes(2_000));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const ref = { href: blobHref(sha256, 'png'), sha256, size: 2_000, type: 'image/png' };
      await bucket.put(ref.href, bytes.subarray(0, 900), { ContentType: 'image/png', CacheControl: 'x' });
      await s3Store(bucket).putBlob(ref, { bytes });
      expect(await bucket.sizeOf(ref.href)).toBe(2_000);
    });

    it('lets one of many switch the catalogue, every time', async () => {
      const [, bucket] = await open();
      const stores = Array.from({ length: 8 }, () => s3Store(bucket));
      let version: string | null = null;
      for (let round = 0; round < 5; round += 1) {
        const expected: string | null = version;
        const won = await Promise.all(
          stores.map((store, index) => store.switchCatalogue(`${round}.${index}.x`, expected)),
        );
        expect(won.filter((hasWon) => hasWon)).toHaveLength(1);
        const now = await stores[0]?.readCatalogue();
        expect(now?.jws).toBe(`${round}.${won.indexOf(true)}.x`);
        version = now?.version ?? null;
      }
    });
  });

  describe('the lease of a bucket', () => {
    // A renewal that takes ten times as long as it should, on a busy machine, is still one.
    const times = { staleMs: 2_500, renewMs: 250, pollMs: 50, patienceMs: 60_000 };
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

    it('lets one hub in at a time, for as long as each needs', async () => {
      const bucket = await probedBucket(place());
      let inside = 0;
      let most = 0;
      await Promise.all(
        Array.from({ length: 3 }, () =>
          withLease(
            bucket,
            async () => {
              inside += 1;
              most = Math.max(most, inside);
              // Longer than a lease lasts that nobody renews.
              await pause(3_000);
              inside -= 1;
            },
            times,
          ),
        ),
      );
      expect(most).toBe(1);
    });

    it('is taken over from a hub that died', async () => {
      const bucket = await probedBucket(place());
      await bucket.put('.writing', Buffer.from('held by nobody any more'), {
        ContentType: 'text/plain',
        CacheControl: 'no-store',
      });
      expect(await withLease(bucket, async () => 'in', times)).toBe('in');
    });

    it('is not waited for without end', async () => {
      const bucket = await probedBucket(place());
      await withLease(
        bucket,
        () =>
          expect(withLease(bucket, async () => 'in', { ...times, patienceMs: 400 })).rejects.toMatchObject({
            fault: 'busy-elsewhere',
          }),
        times,
      );
    });
  });
});
