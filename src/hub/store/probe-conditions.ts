/**
 * Whether a store keeps the promises the catalogue rests on: to write only where there is nothing, and only over what was
 * read. Some stores refuse conditions, some ignore them without a word; both are found out before anything is written.
 */
import { randomUUID } from 'node:crypto';
import { HubError } from '../hub-error.ts';
import { s3Bucket, type S3Bucket } from './s3-bucket.ts';
import { statusOf } from './s3-client.ts';
import type { S3Settings } from './s3-settings.ts';

const headers = { ContentType: 'text/plain', CacheControl: 'no-store' };
const atOnce = 4;
const content = (text: string): Uint8Array => new TextEncoder().encode(`${text} ${randomUUID()}`);

/**
 * @returns The bucket, spoken to in the way it understands.
 * @throws HubError `store-unconditional`, and whatever else keeps it from being used.
 */
export async function probedBucket(settings: S3Settings): Promise<S3Bucket> {
  // The bare ETag first: quoted ones are never equal for some stores.
  for (const quotesEtag of [false, true]) {
    const bucket = s3Bucket(settings, quotesEtag);
    const name = `.probe-${randomUUID()}`;
    try {
      if (await honours(bucket, name)) return bucket;
    } finally {
      // What is left lying is small, and the next start has another name.
      await bucket.remove(name).catch(() => undefined);
    }
  }
  throw unconditional(settings, 'If-Match');
}

/** False when the store does not take this form of ETag. */
async function honours(bucket: S3Bucket, name: string): Promise<boolean> {
  const { settings } = bucket;
  const putIf = async (expected: string | null, condition: string): Promise<boolean> => {
    try {
      return await bucket.putIf(name, content(condition), headers, expected);
    } catch (error) {
      if (statusOf(error) === 501 || statusOf(error) === 400) throw unconditional(settings, condition);
      throw error;
    }
  };
  if (!(await putIf(null, 'If-None-Match'))) throw unconditional(settings, 'If-None-Match');
  if (await putIf(null, 'If-None-Match')) throw unconditional(settings, 'If-None-Match');
  const first = await etagOf(bucket, name);
  if (!(await putIf(first, 'If-Match'))) return false;
  const second = await etagOf(bucket, name);
  // One may win; a store that ignores the condition, or looks before it writes, lets several.
  const race = await Promise.all(Array.from({ length: atOnce }, () => putIf(second, 'If-Match')));
  if (race.filter((hasWon) => hasWon).length > 1) throw unconditional(settings, 'If-Match');
  return true;
}

async function etagOf(bucket: S3Bucket, name: string): Promise<string> {
  const stored = await bucket.get(name);
  if (stored === null || stored.etag === '') throw unconditional(bucket.settings, 'ETag');
  return stored.etag;
}

function unconditional({ endpoint, bucket }: S3Settings, condition: string): HubError {
  return new HubError('store-unconditional', { store: endpoint ?? 'AWS S3', bucket, condition });
}
