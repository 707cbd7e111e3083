import { array, assert as holds, asyncProperty, integer } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chooseWork } from './choose-work.ts';
import {
  memoryDisk,
  memoryTools,
  plan,
  record,
  testClock,
  type MemoryDisk,
  type TestClock,
} from './fixture.ts';
import { checkPlan, runPlan, type PlanTools } from './run-plan.ts';
import { startScheduler, type Scheduler, type Step } from './scheduler.ts';

const start = Date.parse('2026-11-30T00:00:00.000Z');
const due = Date.parse('2026-12-01T00:00:00.000Z');
const hour = 3_600_000;
const issue = '2026-12-silent-world';

class Killed extends Error {}

/** A hub on this disk; killed for good at its `fatal`-th step, as a process is: nothing it does afterwards reaches the disk. */
function hubOn(disk: MemoryDisk, clock: TestClock, fatal = Infinity): Scheduler & { isDead(): boolean } {
  let steps = 0;
  const { records, journal, publisher } = memoryTools(disk, () => {
    steps += 1;
    if (steps >= fatal) throw new Killed();
  });
  const tools: PlanTools = {
    records,
    journal,
    publisher,
    nowMs: clock.nowMs,
    faultOf: () => 'unknown',
    onRunning: () => undefined,
  };
  const next = async (nowMs: number): Promise<Step> => {
    if (steps >= fatal) return { waitMs: null };
    const all = (await records.list(() => undefined)).flatMap((one) =>
      one.plan === null ? [] : [{ issue: one.issue, plan: one.plan }],
    );
    const choice = chooseWork(all, nowMs);
    if (choice.do === 'wait') return { waitMs: choice.ms };
    const { planned } = choice;
    const carryOut = choice.do === 'release' ? runPlan : checkPlan;
    return { work: () => carryOut(planned.issue, planned.plan.id, tools) };
  };
  return Object.assign(
    startScheduler(clock, next, () => undefined),
    { isDead: () => steps >= fatal },
  );
}

const releases = ({ journal }: MemoryDisk) => journal.filter(({ what }) => what === 'released');

describe('the scheduler', () => {
  it('releases at the moment and not before, without anybody there', async () => {
    const [disk, clock] = [memoryDisk(), testClock(start)];
    disk.records.set(issue, record());
    const hub = hubOn(disk, clock);
    await clock.run(due - start - 1);
    expect(disk.switches).toEqual([]);
    await clock.run(1);
    expect(disk.switches).toEqual(['plan-1']);
    expect(disk.records.get(issue)).toMatchObject({
      plan: null,
      switching: null,
      last: { kind: 'released' },
    });
    await hub.stop();
  });

  it('releases what fell due while it was off', async () => {
    const [disk, clock] = [memoryDisk(), testClock(due + 50 * hour)];
    disk.records.set(issue, record());
    const hub = hubOn(disk, clock);
    await clock.run(1);
    expect(disk.switches).toEqual(['plan-1']);
    await hub.stop();
  });

  it('notices within half a minute that the clock was set forward', async () => {
    const [disk, clock] = [memoryDisk(), testClock(start)];
    disk.records.set(issue, record());
    const hub = hubOn(disk, clock);
    await clock.run(hour);
    clock.jump(due - clock.nowMs());
    await clock.run(30_000);
    expect(disk.switches).toEqual(['plan-1']);
    await hub.stop();
  });

  it('looks at once at what was just planned', async () => {
    const [disk, clock] = [memoryDisk(), testClock(due)];
    const hub = hubOn(disk, clock);
    await clock.run(1);
    disk.records.set(issue, record());
    hub.wake();
    await clock.run(0);
    expect(disk.switches).toEqual(['plan-1']);
    await hub.stop();
  });

  it('does one thing at a time', async () => {
    const clock = testClock(start);
    let inside = 0;
    let most = 0;
    let left = 3;
    const step: Step = {
      work: async () => {
        most = Math.max(most, ++inside);
        await Promise.resolve();
        inside -= 1;
        left -= 1;
      },
    };
    const scheduler = startScheduler(
      clock,
      async () => (left > 0 ? step : { waitMs: null }),
      () => undefined,
    );
    scheduler.wake();
    scheduler.wake();
    await clock.run(hour);
    expect([most, left]).toEqual([1, 0]);
    await scheduler.stop();
  });

  it('goes on after something that should not happen', async () => {
    const clock = testClock(start);
    const onError = vi.fn<(error: unknown) => void>();
    let asked = 0;
    const scheduler = startScheduler(
      clock,
      async () => {
        asked += 1;
        throw new Error('no folder');
      },
      onError,
    );
    await clock.run(60_000);
    expect(asked).toBeGreaterThan(3);
    expect(onError).toHaveBeenCalledTimes(asked);
    await scheduler.stop();
  });

  it('writes down a failure, tries again later, and releases when it can', async () => {
    const [disk, clock] = [memoryDisk(), testClock(due)];
    disk.records.set(issue, record());
    let isAway = true;
    const { records, journal, publisher } = memoryTools(disk, () => undefined);
    const tools: PlanTools = {
      records,
      journal,
      publisher: {
        ...publisher,
        release: (...all) => (isAway ? Promise.reject(new Error('away')) : publisher.release(...all)),
      },
      nowMs: clock.nowMs,
      faultOf: () => 'store-away',
      onRunning: () => undefined,
    };
    await runPlan(issue, 'plan-1', tools);
    await runPlan(issue, 'plan-1', tools);
    expect(disk.records.get(issue)?.plan?.now).toEqual({
      state: 'failing',
      attempts: 2,
      retryAt: new Date(due + 30_000).toISOString(),
      fault: 'store-away',
    });
    isAway = false;
    await runPlan(issue, 'plan-1', tools);
    expect(disk.records.get(issue)).toMatchObject({ plan: null, last: { kind: 'released' } });
  });

  it('does not switch for a plan that was taken back while its files were looked into', async () => {
    const [disk, clock] = [memoryDisk(), testClock(due)];
    disk.records.set(issue, record());
    const { records, journal, publisher } = memoryTools(disk, () => undefined);
    const takenBack: PlanTools = {
      records,
      journal,
      publisher: {
        ...publisher,
        release(of, one, ahead, tell) {
          disk.records.set(issue, record({ plan: plan({ id: 'plan-2', at: '2027-01-01T00:00:00.000Z' }) }));
          return publisher.release(of, one, ahead, tell);
        },
      },
      nowMs: clock.nowMs,
      faultOf: () => 'unknown',
      onRunning: () => undefined,
    };
    await runPlan(issue, 'plan-1', takenBack);
    expect(disk.switches).toEqual([]);
    expect(disk.records.get(issue)?.plan).toMatchObject({ id: 'plan-2', now: { state: 'waiting' } });
  });
});

describe('a due month', () => {
  it.each(['release', 'withdraw'] as const)(
    'is carried out once (%s), whichever steps the hub is killed at and whatever the clock does',
    async (kind) => {
      const kills = array(integer({ min: 1, max: 14 }), { maxLength: 6 });
      const jumps = array(integer({ min: -90 * 24 * hour, max: 90 * 24 * hour }), { maxLength: 4 });
      await holds(
        asyncProperty(kills, jumps, async (fatalSteps, clockJumps) => {
          const [disk, clock] = [memoryDisk(), testClock(start)];
          if (kind === 'withdraw') disk.shelf.set(issue, 'blobs/sha256/aa/old.json');
          disk.records.set(issue, record({ plan: plan({ kind }) }));
          for (const [index, fatal] of fatalSteps.entries()) {
            clock.jump(clockJumps[index] ?? 0);
            const hub = hubOn(disk, clock, fatal);
            await clock.run(26 * hour);
            await hub.stop();
          }
          // Whatever the clock was, at the end it is right again, and the hub is left alone.
          clock.jump(Math.max(0, due - clock.nowMs()));
          const hub = hubOn(disk, clock);
          await clock.run(hour);
          await hub.stop();
          expect(disk.switches).toEqual(['plan-1']);
          const what = kind === 'release' ? 'released' : 'withdrawn';
          expect(disk.journal.filter((entry) => entry.what === what)).toHaveLength(1);
          expect(disk.records.get(issue)).toMatchObject({ plan: null, last: { kind: what } });
        }),
        { numRuns: 40 },
      );
    },
  );

  it('is not released again by a clock that goes back and comes to its day a second time', async () => {
    const [disk, clock] = [memoryDisk(), testClock(due)];
    disk.records.set(issue, record());
    const hub = hubOn(disk, clock);
    await clock.run(hour);
    clock.jump(-48 * hour);
    await clock.run(72 * hour);
    expect(disk.switches).toHaveLength(1);
    expect(releases(disk)).toHaveLength(1);
    await hub.stop();
  });
});
