/**
 * One hub writes to a bucket at a time. The lease is an object that is only ever changed by compare-and-swap; whoever holds
 * it renews it, and one that nobody renews is taken over. No clocks are compared: each hub measures how long the very same
 * lease has lain there by its own. A holder that was frozen past its time can still not harm the catalogue, which has a
 * compare-and-swap of its own.
 */
import { randomUUID } from 'node:crypto';
import { HubError } from '../hub-error.ts';
import type { S3Bucket } from './s3-bucket.ts';

const name = '.writing';
const headers = { ContentType: 'text/plain', CacheControl: 'no-store' };
const free = 'free';

export interface LeaseTimes {
  /** A lease that did not change for so long is nobody's. */
  readonly staleMs: number;
  readonly renewMs: number;
  readonly pollMs: number;
  /** How long another hub is waited for. */
  readonly patienceMs: number;
}

const usualTimes: LeaseTimes = { staleMs: 20_000, renewMs: 5_000, pollMs: 250, patienceMs: 300_000 };

/** @throws HubError `busy-elsewhere`. */
export async function withLease<T>(
  bucket: S3Bucket,
  work: () => Promise<T>,
  times: LeaseTimes = usualTimes,
): Promise<T> {
  let held = await acquire(bucket, times);
  const renew = async (before: Promise<void>): Promise<void> => {
    await before;
    held = (await write(bucket, randomUUID(), held).catch(noop)) ?? held;
  };
  let renewing: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renew(renewing);
  }, times.renewMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await renewing;
    // Lost to somebody who thought us gone, or not answered: it grows stale by itself.
    await write(bucket, free, held).catch(noop);
  }
}

const noop = (): void => undefined;

async function acquire(bucket: S3Bucket, times: LeaseTimes): Promise<string> {
  const deadline = performance.now() + times.patienceMs;
  let seenEtag = '';
  let seenSince = 0;
  for (;;) {
    const now = performance.now();
    const current = await bucket.get(name);
    if (current !== null && current.etag !== seenEtag) {
      seenEtag = current.etag;
      seenSince = now;
    }
    const isFree = current === null || new TextDecoder().decode(current.bytes).startsWith(free);
    const isStale = now - seenSince >= times.staleMs;
    if (isFree || isStale) {
      const etag = await write(bucket, randomUUID(), current?.etag ?? null);
      if (etag !== null) return etag;
    }
    if (now >= deadline)
      throw new HubError('busy-elsewhere', { bucket: bucket.settings.bucket, name: bucket.keyOf(name) });
    await new Promise((resolve) => setTimeout(resolve, times.pollMs));
  }
}

/** @returns What the lease is called now; null when it was changed by another. */
async function write(bucket: S3Bucket, text: string, expected: string | null): Promise<string | null> {
  // Never twice the same bytes: an ETag stands for them.
  const bytes = new TextEncoder().encode(`${text} ${randomUUID()}\n`);
  if (!(await bucket.putIf(name, bytes, headers, expected))) return null;
  const stored = await bucket.get(name);
  return stored !== null && Buffer.compare(stored.bytes, bytes) === 0 ? stored.etag : null;
}
