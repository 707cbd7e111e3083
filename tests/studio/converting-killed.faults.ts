/** The browser killed while it converts: the original is whole, and converting can be begun again. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg, makeClip } from '../../src/authoring/media/fixtures.ts';
import type { PageHarness } from '../support/page-harness.ts';
import { waitFor } from '../support/wait-for.ts';
import { killBrowser } from './recording-killed.ts';
import { executablePath, newProfile, openSignHarness, openStudio, removeProfile } from './sign-studio.ts';

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe.skipIf(executablePath === null || !hasFfmpeg || process.platform !== 'linux')(
  'the browser killed while converting',
  { timeout: 180_000 },
  () => {
    let harness: PageHarness;
    beforeAll(async () => {
      harness = await openSignHarness();
    }, 60_000);
    afterAll(() => harness?.close());

    it.each([0.15, 0.6])('at %d of the work', async (fraction) => {
      const file = path.join(harness.files, 'phone.mp4');
      writeFileSync(
        file,
        makeClip({ size: '1920x1080', seconds: 10, sound: true, extra: ['-movflags', '0'] }),
      );
      const profile = await newProfile();
      const first = await openStudio({ profile, address: harness.address, query: 'sentences=2' });
      await first.page.getByRole('button', { name: '加一条手语' }).first().click();
      await first.page.getByLabel('放进视频', { exact: true }).setInputFiles(file);
      await first.page.waitForFunction(
        (at) => (document.querySelector('progress')?.value ?? 0) >= at,
        fraction,
      );
      // Said to be there: the original is in the draft, and the draft on disk.
      await waitFor('the original in the draft on disk', () =>
        first.page.evaluate(async () => Boolean((await window.signPage.onDisk())?.tracks[0]?.original)),
      );
      killBrowser(profile);
      await first.context.close().catch(() => undefined);

      const second = await openStudio({ profile, address: harness.address, query: 'sentences=2' });
      try {
        await second.page.getByText('原来的文件已经存好，还没处理完').waitFor();
        const track = await second.page.evaluate(() => window.signPage.piece().tracks[0]);
        if (!track?.original) throw new Error('The original is gone');
        await second.page.evaluate((id) => window.signPage.give(id, 'original.mp4'), track.original.id);
        expect(hashOf(path.join(harness.files, 'original.mp4'))).toBe(hashOf(file));
        await second.page.getByRole('button', { name: '接着处理' }).click();
        await second.page.getByText('做好了，已经存好。').waitFor({ timeout: 90_000 });
        // What the first try had written is gone: nothing is offered that nobody needs.
        expect(await second.page.getByText('有一段没录完的').count()).toBe(0);
        expect(await second.page.evaluate(() => window.signPage.unfinished())).toEqual([]);
      } finally {
        await second.context.close();
        await removeProfile(profile);
      }
    });
  },
);
