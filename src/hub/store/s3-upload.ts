/** A blob on its way into a bucket: in one piece where it is small, in parts of a steady size where it is not. */
import { AbortMultipartUploadCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import type { BlobRef } from '../../core/reading/model.ts';
import { mediaTypeOf } from '../server/media-type.ts';
import { checkedPieces } from './blob-content.ts';
import { toHubError } from './s3-client.ts';
import type { ObjectHeaders, S3Bucket } from './s3-bucket.ts';
import type { BlobSource } from './store.ts';

const partBytes = 8 * 1024 * 1024;
/** So many parts are held in memory at once, and no more, however large the film. */
const partsAtOnce = 3;
/** The protocol's. */
const mostParts = 10_000;
const abandonedMs = 24 * 3_600_000;

type Named = Pick<BlobRef, 'href' | 'sha256' | 'size' | 'type'>;

/** Its name is its hash: whoever has it may keep it for good. */
export function blobHeaders({ href, type }: Pick<Named, 'href' | 'type'>): ObjectHeaders {
  const byName = mediaTypeOf(href).type;
  // The catalogue's type, and the character set where the extension promises the same type.
  const isSame = byName === type || byName.startsWith(`${type};`);
  return { ContentType: isSame ? byName : type, CacheControl: 'public, max-age=31536000, immutable' };
}

export async function uploadBlob(bucket: S3Bucket, ref: Named, source: BlobSource): Promise<void> {
  if (ref.size > partBytes) return uploadInParts(bucket, ref, source);
  const pieces: Uint8Array[] = [];
  for await (const piece of checkedPieces(ref, source)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (await bucket.putIf(ref.href, bytes, blobHeaders(ref), null)) return;
  // Something else lies under this name: cut short by other hands, for its name says what it should be.
  await bucket.put(ref.href, bytes, blobHeaders(ref));
}

/** Without a condition, which parts do not know: whoever comes second writes the same bytes once more. */
async function uploadInParts(bucket: S3Bucket, ref: Named, source: BlobSource): Promise<void> {
  const { settings, client, keyOf } = bucket;
  const upload = new Upload({
    client,
    params: {
      Bucket: settings.bucket,
      Key: keyOf(ref.href),
      Body: Readable.from(checkedPieces(ref, source), { objectMode: false }),
      ...blobHeaders(ref),
    },
    partSize: Math.max(partBytes, Math.ceil(ref.size / mostParts)),
    queueSize: partsAtOnce,
  });
  try {
    await upload.done();
  } catch (error) {
    // The last answer may have been lost; a blob is there whole or not at all.
    if ((await bucket.sizeOf(ref.href)) === ref.size) return;
    throw toHubError(error, settings);
  }
  if ((await bucket.sizeOf(ref.href)) !== ref.size) throw new Error(`${ref.href} was not stored whole`);
}

/** Parts of uploads that were killed cost money and are seen by nobody. */
export async function abandonOldUploads({ settings, client }: S3Bucket, now: Date): Promise<void> {
  const { bucket: Bucket, prefix: Prefix } = settings;
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix }));
  for (const { Key, UploadId, Initiated } of Uploads) {
    if (Initiated === undefined || now.getTime() - Initiated.getTime() < abandonedMs) continue;
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
  }
}
