/** A sample of studio-kills.faults.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../../src/authoring/media/fixtures.ts';
import type { PageHarness } from '../support/page-harness.ts';
import { importAndKill, makePhoneFilm } from './import-killed.ts';
import { executablePath, openSignHarness } from './sign-studio.ts';

describe.skipIf(executablePath === null || !hasFfmpeg || process.platform !== 'linux')(
  'the browser killed while a film is prepared',
  { timeout: 180_000 },
  () => {
    let harness: PageHarness;
    beforeAll(async () => {
      harness = await openSignHarness();
    }, 60_000);
    afterAll(() => harness?.close());

    it('the film brought is there, byte for byte, and is made in the end', async () => {
      const { phase } = await importAndKill(harness, makePhoneFilm(harness, 10), 'converting', 0.4);
      expect(phase).toBe('converting');
    });
  },
);
