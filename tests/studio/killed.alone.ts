/** A sample of studio-kills.faults.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageHarness } from '../support/page-harness.ts';
import { hasFfmpeg } from '../../src/authoring/media/fixtures.ts';
import { importAndKill, makePhoneFilm } from './import-killed.ts';
import { recordAndKill } from './recording-killed.ts';
import { executablePath, openSignHarness } from './sign-studio.ts';

describe.skipIf(executablePath === null || process.platform !== 'linux')(
  'the browser killed',
  { timeout: 120_000 },
  () => {
    let harness: PageHarness;
    beforeAll(async () => {
      harness = await openSignHarness();
    }, 60_000);
    afterAll(() => harness?.close());

    it('while recording: every sentence the screen called kept is there, mark and pictures, and becomes a film', async () => {
      const { said, found } = await recordAndKill(harness, 9000, 1300);
      console.info(`killed after 9 s: ${said} sentences called kept, ${found} found`);
      expect(said).toBeGreaterThan(2);
    });

    it.skipIf(!hasFfmpeg)(
      'while a film is prepared: it is there, byte for byte, and is made in the end',
      async () => {
        const { phase } = await importAndKill(harness, makePhoneFilm(harness, 10), 'converting', 0.4);
        expect(phase).toBe('converting');
      },
    );
  },
);
