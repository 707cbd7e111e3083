/** One month on its way: tried until it is whole, stopped, or past hope. */
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { InstallRecord } from '../../storage/schema.ts';
import type { InstallFault, Transfer, WaitReason } from '../library.ts';
import { collect } from './collect.ts';
import type { EngineParts } from './engine-parts.ts';
import { judge } from './faults.ts';
import { installIssue } from './install-issue.ts';
import { changed } from './queue.ts';
import { createTally, type Tally } from './tally.ts';

export interface Moving {
  readonly record: InstallRecord;
  readonly tally: Tally;
  readonly waitingFor: WaitReason | null;
  /** What is verified stays. */
  stop(): void;
  /** Ends the wait before the next try: something has changed. */
  hurry(): void;
  /** Whether it is whole. If not, it was stopped, or has failed, which is written down. */
  readonly ended: Promise<boolean>;
}

export function startMoving(record: InstallRecord, parts: EngineParts, onChange: () => void): Moving {
  const { source, store, journal, nowMs } = parts;
  const stopping = new AbortController();
  const tally = createTally(record.summary.sizeBytes, nowMs, onChange);
  let hurrying = new AbortController();
  let waitingFor: WaitReason | null = null;

  async function tryUntilDone(): Promise<boolean> {
    let attempt = 0;
    let before = 0;
    for (;;) {
      try {
        await installIssue(record, { source, store, journal, nowMs, signal: stopping.signal, tally });
        return true;
      } catch (error) {
        if (stopping.signal.aborted) return false;
        attempt = tally.doneBytes > before ? 1 : attempt + 1;
        before = tally.doneBytes;
        tally.rest();
        if (isFull(error) && (await collect(parts)) > 0) continue;
        const verdict = judge(error, attempt, parts.random());
        if (verdict.verdict === 'fail') {
          await fail(verdict.fault);
          return false;
        }
        await wait(verdict.reason, verdict.ms);
        if (stopping.signal.aborted) return false;
      }
    }
  }

  async function wait(reason: WaitReason, ms: number): Promise<void> {
    waitingFor = reason;
    hurrying = new AbortController();
    onChange();
    await parts.sleep(ms, [stopping.signal, hurrying.signal]);
    waitingFor = null;
    onChange();
  }

  async function fail(fault: InstallFault): Promise<void> {
    await journal.changeQueue(({ queue }) => changed(queue, record.issue, { state: 'failed', fault }));
    if (fault === 'full') parts.onFull(record.issue);
  }

  return {
    record,
    tally,
    get waitingFor() {
      return waitingFor;
    },
    stop: () => stopping.abort(),
    hurry: () => hurrying.abort(),
    ended: tryUntilDone(),
  };
}

/** A month that comes from a pack or folder. */
export interface Imported {
  readonly issue: string;
  readonly tally: Tally;
  readonly kind: Transfer['source'];
}

export function transferOf({ issue, tally, kind }: Imported, waitingFor: WaitReason | null = null): Transfer {
  const { doneBytes, totalBytes, bytesPerSecond, remainingSeconds } = tally;
  return { issue, doneBytes, totalBytes, bytesPerSecond, remainingSeconds, waitingFor, source: kind };
}

function isFull(error: unknown): boolean {
  const isQuota = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isQuota || (error instanceof MediaStoreError && error.fault === 'full');
}
