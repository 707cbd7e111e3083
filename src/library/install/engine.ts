/**
 * The one installer of this tablet. It runs in one worker at a time (`install-worker.ts`), does one month after another,
 * and owns every change to journal and files; pages ask and are told.
 */
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { InstallRecord } from '../../storage/schema.ts';
import type { Amount, IssueState, Transfer } from '../library.ts';
import { createBell } from './bell.ts';
import { collect } from './collect.ts';
import type { EngineParts } from './engine-parts.ts';
import { blobsOf } from './install-issue.ts';
import { startMoving, transferOf, type Moving } from './moving.ts';
import { moved, recordOf, withAsked, withWanted } from './queue.ts';
import { reconcile } from './reconcile.ts';
import { isHeldBack, statesOf } from './states.ts';
import { verifiedBytes } from './tally.ts';
import { queueOf } from './wishes.ts';

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
}

export function createEngine(parts: EngineParts) {
  const { journal, store, nowMs, onChange } = parts;
  const amounts = new Map<string, Amount>();
  const bell = createBell();
  const ending = new AbortController();
  let surroundings: Surroundings = { club: null, isMetered: false };
  let current: Moving | null = null;
  /** Work that must not meet an install. The queue stands still while there is some. */
  let exclusive = 0;
  /** There may be files nobody needs. Only looked for between two months: never beside one that is being written. */
  let isUntidy = true;

  function poke(): void {
    current?.hurry();
    bell.ring();
    onChange();
  }

  async function run(): Promise<void> {
    await reopenFailed();
    await repair(await reconcile(journal, store));
    await followCatalogue();
    while (!ending.signal.aborted) {
      // Taken before looking: what happens while we look wakes us.
      const woken = bell.rung();
      if (isUntidy && exclusive === 0) await tidy();
      const next = exclusive === 0 ? await pick() : null;
      if (next) await installOne(next);
      else {
        onChange();
        await woken;
      }
    }
  }

  async function pick(): Promise<InstallRecord | undefined> {
    const { isMetered } = surroundings;
    return (await journal.installs()).find(
      (record) => record.state === 'queued' && !isHeldBack(record, isMetered),
    );
  }

  async function installOne(record: InstallRecord): Promise<void> {
    const mine = startMoving(record, parts, () => {
      if (current) {
        const { doneBytes, totalBytes } = current.tally;
        amounts.set(record.issue, { doneBytes, totalBytes });
      }
      onChange();
    });
    current = mine;
    const isWhole = await mine.ended.finally(() => (current = null));
    if (isWhole) {
      isUntidy = true;
      amounts.delete(record.issue);
      await parts.onInstalled(record.issue);
    }
    onChange();
  }

  /** Lets what moves go, without losing a verified byte, and waits until it has. */
  async function interrupt(issue?: string): Promise<void> {
    const mine = current;
    if (!mine || (issue !== undefined && mine.record.issue !== issue)) return;
    mine.stop();
    await mine.ended.catch(() => false);
  }

  async function tidy(): Promise<void> {
    isUntidy = false;
    const [installed, installs] = await Promise.all([journal.installed(), journal.installs()]);
    const known = new Set([...installed, ...installs].map(({ issue }) => issue));
    // A lost month's files may still lie here, waiting to be found right.
    if (parts.lost().some((issue) => !known.has(issue))) return;
    await collect(parts).catch((error: unknown) => {
      // Rubbish that stays is no reason to stop; the next pause tries again.
      if (!(error instanceof MediaStoreError)) throw error;
    });
  }

  /** What failed may go now: another day, another network, more room. */
  async function reopenFailed(): Promise<void> {
    const failed = (await journal.installs()).filter(({ state }) => state === 'failed');
    await journal.putInstalls(failed.map(({ fault: _fault, ...record }) => ({ ...record, state: 'queued' })));
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

  /** The catalogue, the club or the day may be another: withdrawn months go, wanted and revised ones come. */
  async function followCatalogue(): Promise<void> {
    const catalogue = await parts.catalogue();
    if (!catalogue) return;
    await takeBack(catalogue.withdrawn);
    const { queue, changed } = queueOf({
      catalogue,
      installed: await journal.installed(),
      queue: await journal.installs(),
      declined: await journal.declined(),
      lost: parts.lost(),
      club: surroundings.club,
      today: parts.today(),
      nowMs: nowMs(),
    });
    await journal.putInstalls(queue);
    if (current && changed.has(current.record.issue)) await interrupt();
    poke();
  }

  /** Taken back by the club. Not under the eyes of whoever reads it: then the next time. */
  async function takeBack(withdrawn: readonly string[]): Promise<void> {
    const here = [...(await journal.installed()), ...(await journal.installs())].map(({ issue }) => issue);
    for (const issue of new Set(here)) {
      if (!withdrawn.includes(issue) || (await parts.isRead(issue))) continue;
      await journal.removeInstalled(issue);
      await interrupt(issue);
      isUntidy = true;
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

  async function countUp({ issue, manifest }: InstallRecord): Promise<void> {
    if (amounts.has(issue)) return;
    const blobs = await blobsOf(manifest, journal).catch(() => []);
    if (blobs.length <= 1) return;
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
      ending.abort();
      current?.stop();
      poke();
    },
    async surround(next: Surroundings): Promise<void> {
      const isSame = next.club === surroundings.club && next.isMetered === surroundings.isMetered;
      surroundings = next;
      if (isSame) return;
      if (current && isHeldBack(current.record, next.isMetered)) await interrupt();
      await followCatalogue();
    },
    async install(issue: string): Promise<void> {
      const entry = (await parts.catalogue())?.issues.find(({ id }) => id === issue);
      if (!entry) return;
      await decline(issue, false);
      const here = (await journal.installed()).find((record) => record.issue === issue);
      if (here?.manifest.sha256 === entry.manifest.sha256 && here.missing.length === 0) return;
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
      isUntidy = true;
      poke();
    },
    async move(issue: string, by: -1 | 1): Promise<void> {
      const queue = moved(await journal.installs(), issue, by);
      await journal.putInstalls(queue);
      const first = queue.find(({ state }) => state === 'queued');
      if (first && first.issue !== current?.record.issue) await interrupt();
      poke();
    },
    async remove(issue: string): Promise<void> {
      await decline(issue, true);
      await journal.removeInstalled(issue);
      await interrupt(issue);
      amounts.delete(issue);
      isUntidy = true;
      poke();
    },
    /** Runs `work` while nothing else is installed; the queue goes on afterwards. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      exclusive++;
      try {
        await interrupt();
        return await work();
      } finally {
        exclusive--;
        isUntidy = true;
        amounts.clear();
        poke();
      }
    },
    async snapshot(): Promise<Snapshot> {
      const [catalogue, installed, installs] = await Promise.all([
        parts.catalogue(),
        journal.installed(),
        journal.installs(),
      ]);
      for (const record of installs) await countUp(record);
      const now = current && { issue: current.record.issue, waitingFor: current.waitingFor };
      const { isMetered } = surroundings;
      return {
        issues: statesOf({ catalogue, installed, installs, isMetered, current: now, amounts }),
        queue: installs.map(({ issue }) => issue),
        transfer: transferOf(current, parts),
      };
    },
  };
}
