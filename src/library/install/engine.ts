/**
 * The one installer of this tablet. It runs in one worker at a time (`install-worker.ts`), does one month after another,
 * and owns every change to journal and files; pages ask and are told.
 */
import type { InstallRecord } from '../../storage/schema.ts';
import type { IssueState, Transfer } from '../library.ts';
import { createAmounts } from './amounts.ts';
import { createAsks } from './asks.ts';
import { createBell } from './bell.ts';
import type { EngineParts } from './engine-parts.ts';
import { startMoving, transferOf, type Imported, type Moving } from './moving.ts';
import { reconcile } from './reconcile.ts';
import { isHeldBack, statesOf } from './states.ts';
import { queueRepairs, queueWanted, reopenFailed, tidy, withdrawnHere } from './upkeep.ts';

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
  const { journal, store, onChange } = parts;
  const amounts = createAmounts(journal);
  const bell = createBell();
  const ending = new AbortController();
  let surroundings: Surroundings = { club: null, isMetered: false };
  let current: Moving | null = null;
  let imported: Imported | null = null;
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
    await reopenFailed(parts);
    await repair(await reconcile(journal, store));
    await followCatalogue();
    while (!ending.signal.aborted) {
      // Taken before looking: what happens while we look wakes us.
      const woken = bell.rung();
      if (isUntidy && exclusive === 0) {
        isUntidy = false;
        await tidy(parts);
      }
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
    // Work that wants to be alone, or the end, may have come while the next month was looked for.
    if (exclusive > 0 || ending.signal.aborted) return;
    const mine = startMoving(record, parts, () => {
      if (current) amounts.note(record.issue, current.tally);
      onChange();
    });
    current = mine;
    const isWhole = await mine.ended.finally(() => (current = null));
    if (isWhole) {
      isUntidy = true;
      amounts.forget(record.issue);
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

  async function repair(damaged: readonly string[]): Promise<void> {
    await queueRepairs(parts, damaged);
    poke();
  }

  /** The catalogue, the club or the day may be another: withdrawn months go, wanted and revised ones come. */
  async function followCatalogue(): Promise<void> {
    const catalogue = await parts.catalogue();
    if (!catalogue) return;
    for (const issue of await withdrawnHere(parts, catalogue.withdrawn)) {
      await journal.removeInstalled(issue);
      await interrupt(issue);
      isUntidy = true;
    }
    const changed = await queueWanted(parts, catalogue, surroundings.club);
    if (current && changed.has(current.record.issue)) await interrupt();
    poke();
  }

  function transfer(): Transfer | null {
    if (imported) return transferOf(imported);
    if (!current) return null;
    const { record, tally, waitingFor } = current;
    return transferOf({ issue: record.issue, tally, kind: parts.source.kind }, waitingFor);
  }

  const asks = createAsks(parts, {
    current: () => current?.record.issue ?? null,
    interrupt,
    drop(issue) {
      amounts.forget(issue);
      isUntidy = true;
    },
    poke,
  });

  return {
    ...asks,
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
    /** What comes from a pack or folder is told like everything that moves. Only within `alone`. */
    importing(moving: Imported): void {
      imported = moving;
      amounts.note(moving.issue, moving.tally);
      onChange();
    },
    /** Runs `work` while nothing else is installed; the queue goes on afterwards. */
    async alone<T>(work: () => Promise<T>): Promise<T> {
      exclusive++;
      try {
        await interrupt();
        return await work();
      } finally {
        exclusive--;
        imported = null;
        isUntidy = true;
        amounts.forgetAll();
        poke();
      }
    },
    async snapshot(): Promise<Snapshot> {
      const [catalogue, installed, installs, openImports] = await Promise.all([
        parts.catalogue(),
        journal.installed(),
        journal.installs(),
        parts.openImports(),
      ]);
      const now = current && { issue: current.record.issue, waitingFor: current.waitingFor };
      const { isMetered } = surroundings;
      const moves = { current: now, imported: imported?.issue ?? null, openImports };
      const known = { catalogue, installed, installs, isMetered, ...moves };
      return {
        issues: statesOf({ ...known, amounts: await amounts.of(installs) }),
        queue: installs.map(({ issue }) => issue),
        transfer: transfer(),
      };
    },
  };
}
