/**
 * Whether a store keeps the promises the shelf rests on: to write only where there is nothing, and only over what was read, and
 * to do a deletion in its time or not at all. Some stores refuse that, some ignore it without a word; both are found out before
 * anything is written.
 */
import { randomUUID } from 'node:crypto';
import { HubError } from '../hub-error.ts';
import type { BriefTime } from './brief-deletion.ts';
import { s3Bucket, type S3Bucket, type S3Object } from './s3-bucket.ts';
import { statusOf } from './s3-client.ts';
import type { S3Settings } from './s3-settings.ts';

const headers = { ContentType: 'text/plain', CacheControl: 'no-store' };
const atOnce = 4;
const longAgoMs = 3_600_000;
const ampleSeconds = 300;
const content = (text: string): Uint8Array => new TextEncoder().encode(`${text} ${randomUUID()}`);

/**
 * @returns The bucket, spoken to in the way it understands.
 * @throws HubError `store-unconditional`, `store-deletes-late`, and whatever else keeps it from being used.
 */
export async function probedBucket(settings: S3Settings): Promise<S3Bucket> {
  // The bare ETag first: quoted ones are never equal for some stores.
  for (const quotesEtag of [false, true]) {
    const bucket = s3Bucket(settings, quotesEtag);
    const name = `.probe-${randomUUID()}`;
    try {
      if (!(await honours(bucket, name))) continue;
      await requireTimedDeletions(bucket, name);
      return bucket;
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

/**
 * A hub that froze in the middle of a withdrawal sends its deletions late, and must not take what another has published meanwhile.
 * Times are by the store's clock: of that it is asked later too.
 */
async function requireTimedDeletions(bucket: S3Bucket, name: string): Promise<void> {
  const now = (await storedAt(bucket, name)).writtenAt;
  const longAgo = { from: new Date(now.getTime() - longAgoMs), seconds: 1 };
  const isRefused = (await tryDeletion(bucket, name, longAgo)) === 'refused';
  if (!isRefused || (await bucket.get(name)) === null) throw refusal('store-deletes-late', bucket.settings);
  // Who refuses every deletion refused the late one too: a key that may not delete, or a store without signed addresses.
  if ((await tryDeletion(bucket, name, { from: now, seconds: ampleSeconds })) !== 'done')
    throw refusal('store-forbids', bucket.settings, { reason: 'DELETE' });
}

/** Refused as `removeWithin` understands it; whatever else is answered would stop a withdrawal. */
async function tryDeletion(
  bucket: S3Bucket,
  name: string,
  time: BriefTime,
): Promise<'done' | 'refused' | 'misunderstood'> {
  try {
    return (await bucket.removeWithin(name, time)) ? 'done' : 'refused';
  } catch (error) {
    if (statusOf(error) === undefined) throw error;
    return 'misunderstood';
  }
}

async function etagOf(bucket: S3Bucket, name: string): Promise<string> {
  return (await storedAt(bucket, name)).etag;
}

async function storedAt(bucket: S3Bucket, name: string): Promise<S3Object> {
  const found = await bucket.get(name);
  if (found === null || found.etag === '') throw unconditional(bucket.settings, 'ETag');
  return found;
}

const unconditional = (settings: S3Settings, condition: string): HubError =>
  refusal('store-unconditional', settings, { condition });

function refusal(
  fault: 'store-unconditional' | 'store-deletes-late' | 'store-forbids',
  { endpoint, bucket }: S3Settings,
  more: Readonly<Record<string, string>> = {},
): HubError {
  return new HubError(fault, { store: endpoint ?? 'AWS S3', bucket, ...more });
}
