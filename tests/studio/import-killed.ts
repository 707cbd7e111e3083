/** A browser killed while a film is brought in: while it is copied, or while it is prepared afterwards. */
import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { makeClip } from '../../src/authoring/media/fixtures.ts';
import type { PageHarness } from '../support/page-harness.ts';
import { waitFor } from '../support/wait-for.ts';
import { killBrowser } from '../support/kill-browser.ts';
import { newProfile, openStudio, removeProfile, type Studio } from './sign-studio.ts';

/** Of the progress shown, the part that is copying (finish-track.ts). */
const copying = 0.1;

/**
 * A phone's film: 1080p with sound, its index last.
 *
 * @param padBytes Of a box nobody reads: with it copying takes so long that it can be hit.
 */
export function makePhoneFilm(harness: PageHarness, seconds: number, padBytes = 0): string {
  const file = path.join(harness.files, `phone-${seconds}.mp4`);
  const clip = makeClip({ size: '1920x1080', seconds, sound: true, extra: ['-movflags', '0'] });
  writeFileSync(file, padBytes === 0 ? clip : Buffer.concat([clip, freeBox(padBytes)]));
  return file;
}

function freeBox(bytes: number): Buffer {
  const box = Buffer.alloc(bytes, 7);
  box.writeUInt32BE(bytes, 0);
  box.write('free', 4, 'latin1');
  return box;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}

export interface ImportKilled {
  /** Where it was hit, as the disk tells it. */
  readonly phase: 'copying' | 'converting';
}

/**
 * Kills when so much of the work is done, and opens the same profile again. What the draft names is whole, byte for byte; where it names
 * nothing, nothing is offered; and either way the film is made in the end.
 */
export async function importAndKill(
  harness: PageHarness,
  file: string,
  phase: ImportKilled['phase'],
  fraction: number,
): Promise<ImportKilled> {
  const profile = await newProfile();
  const first = await openStudio({ profile, address: harness.address, query: 'sentences=2' });
  await first.page.getByRole('button', { name: '加一条手语' }).first().click();
  await first.page.getByLabel('放进视频', { exact: true }).setInputFiles(file);
  const at = phase === 'copying' ? copying * fraction : copying + (1 - copying) * fraction;
  await first.page.waitForFunction(
    (wanted) => (document.querySelector('progress')?.value ?? 0) >= wanted,
    at,
  );
  // Said to be there: the original is in the draft, and the draft on disk.
  if (phase === 'converting')
    await waitFor('the original in the draft on disk', () =>
      first.page.evaluate(async () => Boolean((await window.signPage.onDisk())?.tracks[0]?.original)),
    );
  killBrowser(profile);
  await first.context.close().catch(() => undefined);

  const second = await openStudio({ profile, address: harness.address, query: 'sentences=2' });
  try {
    const original = await second.page.evaluate(() => window.signPage.piece().tracks[0]?.original?.id);
    if (original === undefined) {
      expect(phase).toBe('copying');
      // The track itself was younger than the last 已保存; then it was not said to be there either.
      if ((await second.page.evaluate(() => window.signPage.piece().tracks.length)) === 0)
        await second.page.getByRole('button', { name: '加一条手语' }).first().click();
      await second.page.getByLabel('放进视频', { exact: true }).setInputFiles(file);
    } else {
      await expectWhole(harness, second, original, file);
      await second.page.getByText('原来的文件已经存好，还没处理完').waitFor();
      await second.page.getByRole('button', { name: '接着处理' }).click();
    }
    await second.page.getByText('做好了，已经存好。').waitFor({ timeout: 90_000 });
    // What the first try had written is gone: nothing is offered that nobody needs.
    expect(await second.page.getByText('有一段没录完的').count()).toBe(0);
    expect(await second.page.evaluate(() => window.signPage.unfinished())).toEqual([]);
    return { phase: original === undefined ? 'copying' : 'converting' };
  } finally {
    await second.context.close();
    await removeProfile(profile);
  }
}

async function expectWhole(harness: PageHarness, { page }: Studio, id: string, file: string): Promise<void> {
  expect(await page.evaluate((of) => window.signPage.give(of, 'original.mp4'), id)).toBe(true);
  expect(await hashOf(path.join(harness.files, 'original.mp4'))).toBe(await hashOf(file));
}
