/**
 * The one installer of this tablet. It runs in one worker at a time (`install-worker.ts`), does one month after another,
 * and owns every change to journal and files; pages ask and are told.
 */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { MediaStore } from '../../storage/media/media-store.ts';
import type { InstallRecord } from '../../storage/schema.ts';
import type { InstallFault, IssueState, Transfer, WaitReason } from '../library.ts';
import { createBell } from './bell.ts';
import { collect } from './collect.ts';
import { judge } from './faults.ts';
import { blobsOf, installIssue } from './install-issue.ts';
import type { Journal } from './journal.ts';
import { wantedIssues } from './policy.ts';
import { moved, recordOf, withAsked, withWanted } from './queue.ts';
import { reconcile } from './reconcile.ts';
import type { BlobSource } from './source.ts';
import { isHeldBack, statesOf } from './states.ts';
import { createTally, verifiedBytes, type Tally } from './tally.ts';

export interface Surroundings {
  /** Whose months are fetched by themselves; null before a club was chosen. */
  readonly club: string | null;
  /** The connection costs money, as far as the tablet knows. */
  readonly isMetered: boolean;
}

export interface Snapshot {
  readonly issues: ReadonlyMap<string, IssueState>;
  readonly queue: readonly string[];
  readonly transfer: Transfer | null;
  /** Whole, with `missing` or not: what the census is about. */
  readonly stored: readonly string[];
}

export interface EngineParts {
  readonly journal: Journal;
  readonly store: MediaStore;
  /** The verified catalogue this tablet has, or null. */
  readonly catalogue: () => Promise<Catalogue | null>;
  /** Where the network's bytes come from; null before a shelf is known. */
  readonly source: () => BlobSource | null;
  readonly nowMs: () => number;
  readonly today: () => string;
  /** 0…1 */
  readonly random: () => number;
  /** Resolves after `ms` or when one of `signals` is aborted, whichever is first. */
  readonly sleep: (ms: number, signals: readonly AbortSignal[]) => Promise<void>;
  readonly isRead: (issue: string) => Promise<boolean>;
  /** Months that were here before storage was lost; they are fetched again, and until then nothing is thrown away. */
  readonly lost: () => readonly string[];
  readonly onChange: () => void;
  /** A month became whole, or another revision of it. */
  readonly onInstalled: (issue: string) => Promise<void>;
  /** `issue` does not fit. */
  readonly onFull: (issue: string) => void;
}

interface Current {
  readonly record: InstallRecord;
  readonly stop: AbortController;
  readonly tally: Tally;
  waitingFor: WaitReason | null;
  /** Ends the wait before the next try. */
  hurry: AbortController;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(parts: EngineParts) {
  const { journal, store, nowMs, onChange } = parts;
  const amounts = new Map<string, { doneBytes: number; totalBytes: number }>();
  let surroundings: Surroundings = { club: null, isMetered: false };
  let current: Current | null = null;
  let isStopped = false;
  /** Work that must not meet an install: an import, a big clean-up. The queue stands still while it is there. */
  let exclusive = 0;
  const bell = createBell();

  function poke(): void {
    current?.hurry.abort();
    bell.ring();
    onChange();
  }

  async function run(): Promise<void> {
    await reopenFailed();
    await repair(await reconcile(journal, store));
    await followCatalogue();
    while (!isStopped) {
      // Taken before looking: what happens while we look wakes us.
      const woken = bell.rung();
      const next = exclusive === 0 ? await pick() : null;
      if (next) await installOne(next);
      else {
        await tidy();
        onChange();
        await woken;
      }
    }
  }

  async function pick(): Promise<InstallRecord | null> {
    if (parts.source() === null) return null;
    const installs = await journal.installs();
    return (
      installs.find((record) => record.state === 'queued' && !isHeldBack(record, surroundings.isMetered)) ??
      null
    );
  }

  async function installOne(record: InstallRecord): Promise<void> {
    const source = parts.source();
    if (!source) return;
    const tally = createTally(record.summary.sizeBytes, nowMs, () => {
      amounts.set(record.issue, { doneBytes: tally.doneBytes, totalBytes: tally.totalBytes });
      onChange();
    });
    const mine: Current = {
      record,
      stop: new AbortController(),
      tally,
      waitingFor: null,
      hurry: new AbortController(),
    };
    current = mine;
    try {
      if (await tryUntilDone(mine, source)) await installedNow(record);
    } finally {
      current = null;
      onChange();
    }
  }

  /** Resolves to whether it is whole; not when it was stopped or has failed, which is written down. */
  async function tryUntilDone(mine: Current, source: BlobSource): Promise<boolean> {
    const { record, stop, tally } = mine;
    let attempt = 0;
    let before = 0;
    for (;;) {
      try {
        await installIssue(record, { source, store, journal, nowMs, signal: stop.signal, tally });
        return true;
      } catch (error) {
        if (stop.signal.aborted) return false;
        attempt = tally.doneBytes > before ? 1 : attempt + 1;
        before = tally.doneBytes;
        tally.rest();
        if (isFull(error) && (await collect(parts)) > 0) continue;
        const verdict = judge(error, attempt, parts.random());
        if (verdict.then === 'fail') {
          await fail(record, verdict.fault);
          return false;
        }
        await waitFor(mine, verdict);
        if (stop.signal.aborted) return false;
      }
    }
  }

  async function waitFor(
    mine: Current,
    { reason, ms }: { readonly reason: WaitReason; readonly ms: number },
  ): Promise<void> {
    mine.waitingFor = reason;
    mine.hurry = new AbortController();
    onChange();
    await parts.sleep(ms, [mine.stop.signal, mine.hurry.signal]);
    mine.waitingFor = null;
    onChange();
  }

  async function fail(record: InstallRecord, fault: InstallFault): Promise<void> {
    const now = (await journal.installs()).find(({ issue }) => issue === record.issue);
    if (now) await journal.putInstalls([{ ...now, state: 'failed', fault }]);
    if (fault === 'full') parts.onFull(record.issue);
  }

  async function installedNow({ issue }: Pick<InstallRecord, 'issue'>): Promise<void> {
    amounts.delete(issue);
    await parts.onInstalled(issue);
    onChange();
  }

  /** Lets the current month go, at once and without losing a verified byte, and waits until it has. */
  async function interrupt(issue?: string): Promise<void> {
    if (current && (issue === undefined || current.record.issue === issue)) current.stop.abort();
    while (current && (issue === undefined || current.record.issue === issue)) await delay();
  }
  const delay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  async function tidy(): Promise<void> {
    const installed = new Set((await journal.installed()).map(({ issue }) => issue));
    const queued = new Set((await journal.installs()).map(({ issue }) => issue));
    if (parts.lost().some((issue) => !installed.has(issue) && !queued.has(issue))) return;
    await collect(parts).catch((error: unknown) => {
      // Rubbish that stays is no reason to stop; the next pause tries again.
      if (!(error instanceof MediaStoreError)) throw error;
    });
  }

  /** What failed may go now: another day, another network, more room. */
  async function reopenFailed(): Promise<void> {
    const failed = (await journal.installs()).filter(({ state }) => state === 'failed');
    await journal.putInstalls(
      failed.map(({ fault: _fault, ...record }) => ({ ...record, state: 'queued' as const })),
    );
  }

  /** Fetches what installed months lack, in the revision they have, unless a newer one is coming anyway. */
  async function repair(damaged: readonly string[]): Promise<void> {
    let queue = await journal.installs();
    for (const { issue, manifest, summary } of await journal.installed()) {
      if (!damaged.includes(issue) || queue.some((record) => record.issue === issue)) continue;
      const asked = { by: 'policy', mayCost: false, addedMs: nowMs() } as const;
      queue = withWanted(queue, recordOf({ ...summary, manifest }, asked));
    }
    await journal.putInstalls(queue);
    poke();
  }

  /** The catalogue, the club or the month may have changed: withdrawn months go, wanted and revised ones come. */
  async function followCatalogue(): Promise<void> {
    const catalogue = await parts.catalogue();
    if (!catalogue) return;
    await takeBack(catalogue.withdrawn);
    const [installed, declined, before] = await Promise.all([
      journal.installed(),
      journal.declined(),
      journal.installs(),
    ]);
    const here = new Map(installed.map((record) => [record.issue, record]));
    const wanted = wantedIssues(catalogue, surroundings.club, parts.today()).filter(
      ({ id }) => !declined.has(id),
    );
    const revised = catalogue.issues.filter(
      ({ id }) => here.has(id) || before.some(({ issue }) => issue === id),
    );
    const lost = catalogue.issues.filter(({ id }) => parts.lost().includes(id) && !declined.has(id));
    let queue = before;
    for (const entry of [...wanted, ...revised, ...lost]) {
      const has = here.get(entry.id);
      if (has?.manifest.sha256 === entry.manifest.sha256 && has.missing.length === 0) continue;
      const queued = queue.find(({ issue }) => issue === entry.id);
      if (queued?.manifest.sha256 === entry.manifest.sha256) continue;
      const asked = queued ?? { by: 'policy' as const, mayCost: false, addedMs: nowMs() };
      const { by, mayCost, addedMs } = asked;
      const record = recordOf(entry, { by, mayCost, addedMs });
      queue = withWanted(queue, queued?.state === 'paused' ? { ...record, state: 'paused' } : record);
      if (current?.record.issue === entry.id) current.stop.abort();
    }
    await journal.putInstalls(queue);
    poke();
  }

  /** Taken back by the club. Not under the eyes of whoever reads it: then the next time. */
  async function takeBack(withdrawn: readonly string[]): Promise<void> {
    const here = [...(await journal.installed()), ...(await journal.installs())].map(({ issue }) => issue);
    for (const issue of new Set(here)) {
      if (!withdrawn.includes(issue) || (await parts.isRead(issue))) continue;
      await interrupt(issue);
      await journal.removeInstalled(issue);
    }
  }

  async function change(issue: string, patch: Partial<InstallRecord>): Promise<void> {
    const record = (await journal.installs()).find((one) => one.issue === issue);
    if (!record) return;
    const { fault: _fault, ...rest } = record;
    await journal.putInstalls([{ ...rest, ...patch }]);
  }

  async function decline(issue: string, isDeclined: boolean): Promise<void> {
    const declined = new Set(await journal.declined());
    if (isDeclined) declined.add(issue);
    else declined.delete(issue);
    await journal.setDeclined(declined);
  }

  async function amountOf({ issue, manifest }: InstallRecord): Promise<void> {
    const blobs = await blobsOf(manifest, journal);
    if (blobs.length === 1 || amounts.has(issue)) return;
    const records = await journal.blobs(blobs.map(({ sha256 }) => sha256));
    amounts.set(issue, {
      doneBytes: blobs.reduce((sum, { sha256, size }) => sum + verifiedBytes(size, records.get(sha256)), 0),
      totalBytes: blobs.reduce((sum, { size }) => sum + size, 0),
    });
  }

  return {
    run,
    poke,
    followCatalogue,
    repair,
    stop(): void {
      isStopped = true;
      current?.stop.abort();
      poke();
    },
    async surround(next: Surroundings): Promise<void> {
      const isSame = next.club === surroundings.club && next.isMetered === surroundings.isMetered;
      surroundings = next;
      if (isSame) return;
      if (next.isMetered && current && !current.record.mayCost) current.stop.abort();
      await followCatalogue();
    },
    async install(issue: string): Promise<void> {
      const entry = (await parts.catalogue())?.issues.find(({ id }) => id === issue);
      if (!entry) return;
      await decline(issue, false);
      const here = (await journal.installed()).find((record) => record.issue === issue);
      if (here?.manifest.sha256 === entry.manifest.sha256 && here.missing.length === 0) return;
      if (current?.record.issue === issue && current.record.mayCost) return poke();
      const record = recordOf(entry, { by: 'person', mayCost: true, addedMs: nowMs() });
      await journal.putInstalls(withAsked(await journal.installs(), record, current?.record.issue ?? null));
      poke();
    },
    async pause(issue: string): Promise<void> {
      await change(issue, { state: 'paused' });
      await interrupt(issue);
      poke();
    },
    async resume(issue: string): Promise<void> {
      await change(issue, { state: 'queued', mayCost: true });
      poke();
    },
    async cancel(issue: string): Promise<void> {
      await decline(issue, true);
      await journal.removeInstall(issue);
      await interrupt(issue);
      amounts.delete(issue);
      poke();
    },
    async move(issue: string, by: -1 | 1): Promise<void> {
      const queue = moved(await journal.installs(), issue, by);
      await journal.putInstalls(queue);
      const first = queue.find(({ state }) => state === 'queued');
      if (current && first && first.issue !== current.record.issue) await interrupt();
      poke();
    },
    async remove(issue: string): Promise<void> {
      await decline(issue, true);
      await interrupt(issue);
      await journal.removeInstalled(issue);
      amounts.delete(issue);
      await tidy();
      poke();
    },
    /** Runs `work` while nothing is installed; the queue goes on afterwards. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      exclusive++;
      try {
        await interrupt();
        return await work();
      } finally {
        exclusive--;
        await reconcileAmounts();
        poke();
      }
    },
    installedNow,
    async snapshot(): Promise<Snapshot> {
      const [catalogue, installed, installs] = await Promise.all([
        parts.catalogue(),
        journal.installed(),
        journal.installs(),
      ]);
      for (const record of installs) await amountOf(record);
      const { isMetered } = surroundings;
      const now = current && { issue: current.record.issue, waitingFor: current.waitingFor };
      return {
        issues: statesOf({ catalogue, installed, installs, isMetered, current: now, amounts }),
        queue: installs.map(({ issue }) => issue),
        transfer: transferOf(current, parts.source()),
        stored: installed.map(({ issue }) => issue),
      };
    },
  };

  async function reconcileAmounts(): Promise<void> {
    amounts.clear();
    for (const record of await journal.installs()) await amountOf(record);
  }
}

function transferOf(current: Current | null, source: BlobSource | null): Transfer | null {
  if (!current) return null;
  const { record, tally, waitingFor } = current;
  const { doneBytes, totalBytes, bytesPerSecond, remainingSeconds } = tally;
  const kind = source?.kind ?? 'http';
  return {
    issue: record.issue,
    doneBytes,
    totalBytes,
    bytesPerSecond,
    remainingSeconds,
    waitingFor,
    source: kind,
  };
}

function isFull(error: unknown): boolean {
  const isQuota = error instanceof DOMException && error.name === 'QuotaExceededError';
  return isQuota || (error instanceof MediaStoreError && error.fault === 'full');
}
