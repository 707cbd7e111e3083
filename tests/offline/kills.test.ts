/** A few kills out of the many of `kills.faults.ts`, in order of the steps. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKillRuns, type KillRuns } from './kill-runs.ts';

let runs: KillRuns | undefined;
beforeAll(async () => {
  runs = await startKillRuns();
}, 240_000);
afterAll(() => runs?.close(), 60_000);

it('killed at five steps one after the other, the month ends up whole, and nothing on disk is fetched again', async () => {
  if (!runs) throw new Error('Nothing runs');
  for (const step of ['text', 'appended', 'flushed', 'journalled', 'sealed'] as const)
    expect(
      await runs.killedAt({
        step,
        nth: step === 'text' ? 3 : 1,
        isSlow: /^(?:flush|journall)ed$/u.test(step),
      }),
    ).toBe(true);
  await runs.finish();
}, 600_000);
