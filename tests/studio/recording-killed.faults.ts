/** Killed at any moment of a recording, many times, each checked against a ledger kept outside the browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageHarness } from '../support/page-harness.ts';
import { recordAndKill } from './recording-killed.ts';
import { executablePath, openSignHarness } from './sign-studio.ts';

const kills = 20;
/** Park–Miller: the same moments each time, so that a failure can be seen again. */
const seed = Number(process.env['SEED'] ?? 20261125);
const moments = Array.from({ length: kills }, (_, i) => {
  let value = (seed + i * 7919) % 2147483647;
  for (let turn = 0; turn < 5; turn += 1) value = (value * 16807) % 2147483647;
  return { killMs: 200 + (value % 12_000), tapMs: 500 + (value % 1700) };
});

describe.skipIf(executablePath === null || process.platform !== 'linux')(
  `killed while recording (seed ${seed})`,
  () => {
    let harness: PageHarness;
    beforeAll(async () => {
      harness = await openSignHarness();
    });
    afterAll(() => harness?.close());

    it.each(moments)('after $killMs ms, a tap every $tapMs', async ({ killMs, tapMs }) => {
      const { said, found } = await recordAndKill(harness, killMs, tapMs);
      console.info(`${killMs} ms: ${said} called kept, ${found} found`);
      expect(found).toBeGreaterThanOrEqual(said);
    });
  },
);
