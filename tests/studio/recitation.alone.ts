/** A recitation recorded sentence by sentence; signing recorded along a film. In a real Chromium with its fake microphone. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasFfmpeg, makeClip } from '../../src/authoring/media/fixtures.ts';
import { inspectMedia } from '../../src/authoring/media/inspect.ts';
import { judgeMedia } from '../../src/authoring/media/judge.ts';
import { addSignTrack, beginRecording, executablePath, useSignStudio } from './sign-studio.ts';

describe.skipIf(executablePath === null || !hasFfmpeg)('recording along', { timeout: 120_000 }, () => {
  const studio = useSignStudio();
  const { open } = studio;

  it('a recitation: read by the prompter, one sentence again, and it is sound every tablet plays', async () => {
    const page = await open('kind=recitation&sentences=3');
    await page.getByRole('button', { name: '加一条诵读' }).click();
    await page.getByRole('button', { name: '录声音' }).click();
    await page.getByText('听得见').waitFor();
    await beginRecording(page);
    await page.waitForTimeout(1200);
    await page.keyboard.press('Space');
    await page.waitForTimeout(800);
    await page.getByRole('button', { name: '这一句重来' }).click();
    await page.waitForTimeout(1200);
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(1200);
    await page.keyboard.press('PageDown');
    await page.getByText('每一句都录好了').waitFor();
    const takes = await page.evaluate(() => window.signPage.piece().tracks[0]?.takes ?? []);
    await page.getByRole('button', { name: '做成声音' }).click();
    await page.getByText('做好了，已经存好。').waitFor({ timeout: 60_000 });
    const track = await page.evaluate(() => window.signPage.piece().tracks[0]);
    if (!track?.media) throw new Error('Nothing was made');
    expect(track.marks).toHaveLength(3);
    await page.evaluate((id) => window.signPage.give(id, 'voice'), track.media.id);
    const facts = await inspectMedia(path.join(studio.files, 'voice'));
    expect(judgeMedia(facts, 'audio').filter(({ action }) => action === 'refuse')).toEqual([]);
    // The try before is not in it, however long each sentence took on this machine.
    const last = new Map(takes.map((take) => [take.sentence, take]));
    expect(last.size).toBe(3);
    const said = [...last.values()].reduce((sum, { start, end }) => sum + end - start, 0);
    expect(said).toBeGreaterThan(3.4);
    // A second of quiet around them; with the try it would be nearly two.
    expect(facts.durationSeconds).toBeGreaterThan(said);
    expect(facts.durationSeconds).toBeLessThan(said + 1.5);
    expect(studio.errors).toEqual([]);
  });

  it('signing a film: it plays without sound beside the sentence, and the offset between both is kept', async () => {
    const page = await open('kind=film&sentences=3');
    const file = path.join(studio.files, 'film.mp4');
    writeFileSync(file, makeClip({ seconds: 12, sound: true }));
    await page.evaluate(() => window.signPage.addFilm('film.mp4'));
    await addSignTrack(page);
    await beginRecording(page);
    const offset = await page.evaluate(
      () => window.signPage.piece().tracks.find(({ kind }) => kind === 'sign')?.filmOffset,
    );
    const film = () =>
      page.evaluate(() => {
        const element = [...document.querySelectorAll('video')].find((one) => one.src !== '');
        return { muted: element?.muted, playing: element?.paused === false, at: element?.currentTime ?? 0 };
      });
    await expect.poll(async () => (await film()).at).toBeGreaterThan(0.8);
    expect(await film()).toMatchObject({ muted: true, playing: true });
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press('Space');
      await page.waitForTimeout(900);
    }
    await page.getByRole('button', { name: '做成视频' }).click();
    await page.getByText('做好了，已经存好。').waitFor({ timeout: 60_000 });
    const track = await page.evaluate(() =>
      window.signPage.piece().tracks.find(({ kind }) => kind === 'sign'),
    );
    // The film began with the first sentence, so the sentence lies where the film's zero lies.
    expect(track?.filmOffset).toBeCloseTo(track?.marks[0]?.start ?? NaN, 1);
    expect(offset).toBeGreaterThan(0);
  });
});
