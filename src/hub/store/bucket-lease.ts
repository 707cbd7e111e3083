/**
 * One hub writes to a bucket at a time. The lease is an object that is only ever changed by compare-and-swap; whoever holds
 * it renews it, and one that nobody renews is taken over. No clocks are compared: each hub measures how long the very same
 * lease has lain there by its own. A holder that was frozen past its time can still not harm the catalogue, which has a
 * compare-and-swap of its own; and what it deletes, it deletes within `ownTime`, which the store looks at.
 */
import { randomUUID } from 'node:crypto';
import { HubError } from '../hub-error.ts';
import type { BriefTime } from './brief-deletion.ts';
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

export interface HeldLease {
  /**
   * A stretch of the store's own time in which nobody else can have the lease: from when it was last renewed, half as long as others wait.
   * @param anew Renews it first, however young it is.
   * @throws HubError `lease-lost`.
   */
  ownTime(anew: boolean): Promise<BriefTime>;
}

/** As it lies in the bucket. */
interface Written {
  readonly etag: string;
  readonly at: Date;
  /** By our clock, before it was asked for. */
  readonly askedMs: number;
}

/** @throws HubError `busy-elsewhere`. */
export async function withLease<T>(
  bucket: S3Bucket,
  work: (lease: HeldLease) => Promise<T>,
  times: LeaseTimes = usualTimes,
): Promise<T> {
  let held = await acquire(bucket, times);
  let renewing: Promise<unknown> = Promise.resolve();
  /** One after the other. @returns Whether it is still ours; rejects where the store does not say. */
  function renew(): Promise<boolean> {
    const next = renewing.then(async () => {
      const written = await write(bucket, randomUUID(), held.etag);
      held = written ?? held;
      return written !== null;
    });
    renewing = next.catch(noop);
    return next;
  }
  const timer = setInterval(() => void renew().catch(noop), times.renewMs);
  const lease: HeldLease = {
    async ownTime(anew) {
      const isYoung = performance.now() - held.askedMs < times.renewMs;
      if ((anew || !isYoung) && !(await renew()))
        throw new HubError('lease-lost', { bucket: bucket.settings.bucket });
      return { from: held.at, seconds: Math.max(1, Math.floor(times.staleMs / 2000)) };
    },
  };
  try {
    return await work(lease);
  } finally {
    clearInterval(timer);
    await renewing;
    // Lost to somebody who thought us gone, or not answered: it grows stale by itself.
    await write(bucket, free, held.etag).catch(noop);
  }
}

const noop = (): void => undefined;

async function acquire(bucket: S3Bucket, times: LeaseTimes): Promise<Written> {
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
      const written = await write(bucket, randomUUID(), current?.etag ?? null);
      if (written !== null) return written;
    }
    if (now >= deadline)
      throw new HubError('busy-elsewhere', { bucket: bucket.settings.bucket, name: bucket.keyOf(name) });
    await new Promise((resolve) => setTimeout(resolve, times.pollMs));
  }
}

/** @returns The lease as it is now; null when it was changed by another. */
async function write(bucket: S3Bucket, text: string, expected: string | null): Promise<Written | null> {
  const askedMs = performance.now();
  // Never twice the same bytes: an ETag stands for them.
  const bytes = new TextEncoder().encode(`${text} ${randomUUID()}\n`);
  if (!(await bucket.putIf(name, bytes, headers, expected))) return null;
  const stored = await bucket.get(name);
  if (stored === null || Buffer.compare(stored.bytes, bytes) !== 0) return null;
  return { etag: stored.etag, at: stored.writtenAt, askedMs };
}
