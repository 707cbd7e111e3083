/** What a browser killed while it records leaves, checked against a ledger kept outside it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { inspectMedia } from '../../src/authoring/media/inspect.ts';
import { killBrowser } from '../support/kill-browser.ts';
import type { PageHarness } from '../support/page-harness.ts';
import { addSignTrack, beginRecording, newProfile, openStudio, removeProfile } from './sign-studio.ts';

/**
 * Records, taps every `tapMs`, kills at `killMs` after the countdown, and opens the same profile again: each sentence the screen said
 * was kept must be in the draft, and its pictures in the recording.
 */
export async function recordAndKill(
  harness: PageHarness,
  killMs: number,
  tapMs: number,
): Promise<{ readonly said: number; readonly found: number }> {
  const profile = await newProfile();
  const first = await openStudio({ profile, address: harness.address, query: 'sentences=30' });
  let said = 0;
  await first.page.exposeFunction('ledger', (count: number) => {
    said = Math.max(said, count);
  });
  await addSignTrack(first.page);
  await first.page.evaluate(() => {
    new MutationObserver(() => {
      const count = /录好 (\d+) 句，已经存在这台机器上/u.exec(document.body.innerText)?.[1];
      if (count !== undefined) void window.ledger(Number(count));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await beginRecording(first.page);
  const until = Date.now() + killMs;
  while (Date.now() < until) {
    await first.page.waitForTimeout(Math.min(tapMs, Math.max(1, until - Date.now())));
    if (Date.now() < until) await first.page.keyboard.press('Space');
  }
  killBrowser(profile);
  await first.context.close().catch(() => undefined);

  const second = await openStudio({ profile, address: harness.address, query: 'sentences=30' });
  try {
    await second.page.getByRole('button', { name: '拿回来' }).click();
    await second.page.getByRole('button', { name: '拿回来' }).waitFor({ state: 'detached' });
    const track = await second.page.evaluate(() => window.signPage.piece().tracks[0]);
    const [recording] = track?.recordings ?? [];
    if (!track || !recording) {
      // Killed before anything was there to keep; then nothing may have been said.
      expect(said).toBe(0);
      return { said, found: 0 };
    }
    const takes = track.takes ?? [];
    expect(takes.length).toBeGreaterThanOrEqual(said);
    await second.page.evaluate((id) => window.signPage.give(id, 'killed.mp4'), recording.id);
    const { salvage } = await import('../../src/authoring/media/salvage.ts');
    const whole = await salvage(new Blob([readFileSync(path.join(harness.files, 'killed.mp4'))]));
    if (said > 0) {
      const { durationSeconds } = await inspectMedia(whole);
      for (const { end } of takes.slice(0, said)) expect(end).toBeLessThanOrEqual(durationSeconds);
      // And it becomes a film.
      await second.page.getByRole('button', { name: '做成视频' }).click();
      await second.page.getByText('做好了，已经存好。').waitFor({ timeout: 60_000 });
      const made = await second.page.evaluate(() => window.signPage.piece().tracks[0]);
      expect(made?.marks.length).toBeGreaterThanOrEqual(said);
    }
    return { said, found: takes.length };
  } finally {
    await second.context.close();
    await removeProfile(profile);
  }
}

declare global {
  interface Window {
    ledger(count: number): Promise<void>;
  }
}
