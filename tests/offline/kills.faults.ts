/**
 * The browser killed a hundred times on one profile, at every step an install writes down, in an order drawn with a seed
 * (`SEED=… npm run faults`), on a slow line and on a quick one. Each time it is opened again: a month that was whole is
 * whole, what is called whole is here byte for byte at the end, and no chunk that was on disk is asked for again.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKillRuns, STEPS, type KillRuns, type Step } from './kill-runs.ts';
import { SEED, seeded } from './seeded.ts';

const KILLS = 100;
/** A run may find nothing left to die at; then the month is whole and comes anew. */
const MOST_RUNS = 4 * KILLS;
/** Only the film is new each time. */
const ONCE_A_REVISION: ReadonlySet<Step> = new Set(['sealed', 'sealed-journalled', 'complete', 'completed']);

const killed = new Map<Step, number>(STEPS.map((step) => [step, 0]));
let runs: KillRuns | undefined;
beforeAll(async () => {
  runs = await startKillRuns();
}, 240_000);
afterAll(async () => {
  // Said also when it did not come to the end.
  console.info(`Killed at: ${[...killed].map(([step, times]) => `${step} ${times}`).join(', ')}`);
  await runs?.close();
}, 60_000);

it(`killed ${KILLS} times at every step, nothing whole is lost and nothing on disk is fetched again (seed ${SEED})`, async () => {
  if (!runs) throw new Error('Nothing runs');
  const random = seeded(SEED);
  let kills = 0;
  for (let run = 0; kills < KILLS && run < MOST_RUNS; run++) {
    const least = Math.min(...killed.values());
    const rare = STEPS.filter((step) => killed.get(step) === least);
    // Half of them where there were fewest, the others anywhere.
    const from = random() < 0.5 ? rare : STEPS;
    const step = from[Math.floor(random() * from.length)] ?? 'flushed';
    const nth = ONCE_A_REVISION.has(step) ? 1 : 1 + Math.floor(random() * 2);
    const isSlow = step === 'flushed' || step === 'journalled' || random() < 0.5;
    if (await runs.killedAt({ step, nth, isSlow })) {
      kills++;
      killed.set(step, (killed.get(step) ?? 0) + 1);
    } else await runs.revise();
  }
  await runs.finish();
  expect(kills).toBe(KILLS);
  expect(Math.min(...killed.values())).toBeGreaterThanOrEqual(3);
}, 3_000_000);
