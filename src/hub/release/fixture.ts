/** Builders for tests of the release: a clock that is set by hand, a disk and a shelf in memory that can be killed at any write. */
import type { ReleasePlan } from '../../core/release/release-view.ts';
import type { Journal, NewEntry } from './journal.ts';
import type { ReleaseRecord, ReleaseRecords } from './release-record.ts';
import type { OnShelf, Publisher } from './run-plan.ts';
import type { Clock } from './scheduler.ts';

/** `run` lets the time pass, call by call; `jump` sets the clock without any timer noticing. */
export interface TestClock extends Clock {
  run(ms: number): Promise<void>;
  jump(ms: number): void;
}

export function testClock(startMs: number): TestClock {
  let wallMs = startMs;
  /** Timers go by this one, which nobody can set. */
  let steadyMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly call: () => void }>();
  return {
    nowMs: () => wallMs,
    after(ms, call) {
      const timer = { atMs: steadyMs + Math.max(0, ms), call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    jump: (ms) => void (wallMs += ms),
    async run(ms) {
      const endMs = steadyMs + ms;
      for (;;) {
        await settled();
        const next = [...timers].sort((a, b) => a.atMs - b.atMs).find(({ atMs }) => atMs <= endMs);
        if (next === undefined) break;
        wallMs += next.atMs - steadyMs;
        steadyMs = next.atMs;
        timers.delete(next);
        next.call();
      }
      wallMs += endMs - steadyMs;
      steadyMs = endMs;
      await settled();
    },
  };
}

/** Everything that waits for nothing but promises has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const plan = (more: Partial<ReleasePlan> = {}): ReleasePlan => ({
  id: 'plan-1',
  kind: 'release',
  at: '2026-12-01T00:00:00.000Z',
  by: '社区工作者',
  madeAt: '2026-11-25T00:00:00.000Z',
  draft: 'tag',
  reason: '',
  now: { state: 'waiting' },
  ...more,
});

export const record = (more: Partial<ReleaseRecord> = {}): ReleaseRecord => ({
  version: 1,
  issue: '2026-12-silent-world',
  club: 'silent-world',
  title: '一条苏州河',
  plan: plan(),
  switching: null,
  last: null,
  ...more,
});

/** What is left when the process is gone. */
export interface MemoryDisk {
  readonly records: Map<string, ReleaseRecord>;
  readonly journal: NewEntry[];
  readonly shelf: Map<string, string>;
  readonly withdrawn: Set<string>;
  sequence: number;
  /** How often the catalogue was switched, by plan. */
  readonly switches: string[];
}

export const memoryDisk = (): MemoryDisk => ({
  records: new Map(),
  journal: [],
  shelf: new Map(),
  withdrawn: new Set(),
  sequence: 100,
  switches: [],
});

/** @param step Called before and after everything that is written; what it throws is the end of the process. */
export function memoryTools(disk: MemoryDisk, step: () => void) {
  const records: ReleaseRecords = {
    read: async (issue) => disk.records.get(issue) ?? null,
    list: async () => [...disk.records.values()],
    async change(issue, change) {
      const after = change(disk.records.get(issue) ?? null);
      step();
      if (after !== null) disk.records.set(issue, after);
      step();
      return after;
    },
  };
  const journal: Journal = {
    async append(entry) {
      if (disk.journal.some(({ what, id }) => what === entry.what && id === entry.id)) return;
      step();
      disk.journal.push(entry);
      step();
    },
    read: async () => ({ entries: [], damaged: 0 }),
  };
  const look = (issue: string): OnShelf => ({
    sequence: disk.sequence,
    manifest: disk.shelf.get(issue) ?? null,
    title: '',
    isWithdrawn: disk.withdrawn.has(issue),
  });
  const publisher: Publisher = {
    store: 'a shelf',
    look: async (issue) => look(issue),
    check: async () => null,
    async release({ issue }, { id, draft }, ahead) {
      step();
      const manifest = `blobs/sha256/aa/${draft}.json`;
      await ahead({ sequence: disk.sequence, manifest });
      step();
      disk.sequence += 1;
      disk.shelf.set(issue, manifest);
      disk.withdrawn.delete(issue);
      disk.switches.push(id);
      step();
      return { sequence: disk.sequence, manifest };
    },
    async withdraw({ issue, plan: current }, ahead) {
      await ahead({ sequence: disk.sequence, manifest: '' });
      step();
      disk.sequence += 1;
      disk.shelf.delete(issue);
      disk.withdrawn.add(issue);
      disk.switches.push(current?.id ?? '');
      step();
      return { sequence: disk.sequence, manifest: '' };
    },
    sweep: async () => undefined,
    forget: async () => step(),
  };
  return { records, journal, publisher };
}
