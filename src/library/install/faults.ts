/** What an error in the middle of an install means: wait and go on by itself, or give up and say so. */
import { ShelfError } from '../../core/shelf/errors.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { InstallFault, WaitReason } from '../library.ts';
import { JournalError } from './journal.ts';
import { SourceError } from './source.ts';

/** So often in a row without one more byte verified, then another month gets its turn. */
const PATIENCE = 6;

export type Verdict =
  | { readonly verdict: 'wait'; readonly reason: WaitReason; readonly ms: number }
  | { readonly verdict: 'fail'; readonly fault: InstallFault };

/** @param attempt From 1, counted since the last verified byte. @param random 0…1 */
export function judge(error: unknown, attempt: number, random: number): Verdict {
  const wait = (reason: WaitReason, ms = backoffMs(attempt, random)): Verdict => ({
    verdict: 'wait',
    reason,
    ms,
  });
  const fail = (fault: InstallFault): Verdict => ({ verdict: 'fail', fault });

  if (error instanceof SourceError) {
    const { fault, retryAfterMs } = error;
    if (fault === 'captive-portal') return wait('captive-portal');
    if (fault === 'offline') return wait('network', Math.max(retryAfterMs ?? 0, backoffMs(attempt, random)));
    if (fault === 'not-found') return fail('not-found');
    if (fault === 'refused') return fail('refused');
    // A wrong range or length: the network's, as long as it is not always so. Not given up: the next hop may be honest.
    return wait('network');
  }
  if (error instanceof ShelfError) {
    if (error.fault === 'newer' || error.fault === 'malformed') return fail('unreadable');
    return attempt < PATIENCE ? wait('network') : fail('not-verified');
  }
  if (error instanceof MediaStoreError) {
    if (error.fault === 'busy') return wait('busy');
    if (error.fault === 'full') return fail('full');
    return attempt < PATIENCE ? wait('busy') : fail(error.fault === 'refused' ? 'refused' : 'interrupted');
  }
  if (error instanceof JournalError) return attempt < PATIENCE ? wait('busy') : fail('interrupted');
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return fail('full');
  if (error instanceof DOMException) return attempt < PATIENCE ? wait('busy') : fail('interrupted');
  // A mistake of ours: said where it can be seen, and the queue goes on with another month.
  console.error(error);
  return fail('interrupted');
}

/** 1 s, 2 s, 4 s … 60 s, each cut by up to half, so that ten tablets of a club do not ask in step. */
export function backoffMs(attempt: number, random: number): number {
  const whole = Math.min(60_000, 1000 * 2 ** (attempt - 1));
  return Math.round(whole * (1 - random / 2));
}
