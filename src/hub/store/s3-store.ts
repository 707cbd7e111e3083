/** A shelf in a bucket. Members read it there, or from a CDN before it; the hub only writes. */
import { withLease, type HeldLease, type LeaseTimes } from './bucket-lease.ts';
import { HubError } from '../hub-error.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { uploadBlob } from './s3-upload.ts';
import type { ShelfStore } from './store.ts';

const catalogueHeaders = { ContentType: 'application/jose', CacheControl: 'no-cache' };
const feedHeaders = { ContentType: 'application/opds+json; charset=utf-8', CacheControl: 'no-cache' };

export function s3Store(bucket: S3Bucket, lease?: LeaseTimes): ShelfStore {
  const { settings } = bucket;
  let held: HeldLease | null = null;

  /** A hub that was frozen for longer than its lease lasts deletes nothing that somebody else has published meanwhile. */
  async function removeBlob(href: string): Promise<void> {
    if (held === null) return bucket.remove(href);
    if (await bucket.removeWithin(href, await held.ownTime(false))) return;
    // Too late, by the store's clock.
    if (await bucket.removeWithin(href, await held.ownTime(true))) return;
    const { bucket: name, endpoint } = settings;
    throw new HubError('store-forbids', { store: endpoint ?? 'AWS S3', bucket: name, reason: 'DELETE' });
  }

  return {
    name: `s3://${settings.bucket}/${settings.prefix}`,
    read: async (href) => (await bucket.get(href))?.bytes ?? null,
    readRange: (href, start, end) => bucket.getRange(href, start, end),
    stream: (href) => bucket.stream(href),
    sizeOf: (href) => bucket.sizeOf(href),
    async putBlob(ref, source) {
      if ((await bucket.sizeOf(ref.href)) === ref.size) return;
      await uploadBlob(bucket, ref, source);
    },
    async readCatalogue() {
      const stored = await bucket.get('catalogue.jws');
      return stored && { jws: new TextDecoder().decode(stored.bytes), version: stored.etag };
    },
    switchCatalogue: (jws, expected) =>
      bucket.putIf('catalogue.jws', new TextEncoder().encode(jws), catalogueHeaders, expected),
    writeFeed: (text) => bucket.put('opds.json', new TextEncoder().encode(text), feedHeaders),
    async listBlobs() {
      return [...(await bucket.list('blobs/sha256/'))].sort();
    },
    removeBlob,
    whileAlone: (work) =>
      withLease(
        bucket,
        async (own) => {
          held = own;
          try {
            return await work();
          } finally {
            if (held === own) held = null;
          }
        },
        lease,
      ),
  };
}
