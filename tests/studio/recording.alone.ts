/** Recording by space bar in a real Chromium: the sentence tapped is the sentence signed, to the frame. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFfmpeg } from '../../src/authoring/media/fixtures.ts';
import { inspectMedia } from '../../src/authoring/media/inspect.ts';
import { judgeMedia } from '../../src/authoring/media/judge.ts';
import type { PageHarness } from '../support/page-harness.ts';
import {
  makeNumberedCamera,
  numberOf,
  readNumberedFrames,
  squares,
  type NumberedFrame,
} from './numbered-camera.ts';
import {
  addSignTrack,
  beginRecording,
  executablePath,
  newProfile,
  openSignHarness,
  openStudio,
  removeProfile,
  type Studio,
} from './sign-studio.ts';
import { watchFrames } from './watch-frames.ts';

describe.skipIf(executablePath === null || !hasFfmpeg)('recording signing', { timeout: 120_000 }, () => {
  let harness: PageHarness;
  let profile: string;
  let camera: string;
  let studio: Studio;

  beforeAll(async () => {
    harness = await openSignHarness();
    camera = path.join(harness.files, 'camera.mjpeg');
    makeNumberedCamera(camera, 60);
  }, 60_000);
  afterAll(() => harness?.close());

  const open = async (query: string) => {
    profile = await newProfile();
    studio = await openStudio({ profile, address: harness.address, camera, query });
    return studio.page;
  };
  const close = async () => {
    await studio.context.close();
    await removeProfile(profile);
  };

  it.each([
    ['', 0],
    [', on a tablet that stands still while it begins', 350],
  ])(
    'five sentences by space bar: each mark is the frame the camera took at the tap, ± 1%s',
    async (_, busyMs) => {
      const page = await open('sentences=5');
      await addSignTrack(page);
      await page.evaluate(standStill, busyMs);
      await page.evaluate(watchFrames, squares);
      await beginRecording(page);
      for (let i = 0; i < 5; i += 1) {
        await page.waitForTimeout(900 + i * 130);
        await page.keyboard.press('Space');
      }
      await page.getByText('每一句都录好了').waitFor();
      const seen = await page.evaluate(() => window.seenFrames);
      await page.getByRole('button', { name: '做成视频' }).click();
      await page.getByText('做好了，已经存好。').waitFor({ timeout: 60_000 });

      const track = await page.evaluate(() => window.signPage.piece().tracks[0]);
      if (!track?.media) throw new Error('Nothing was made');
      await page.evaluate((id) => window.signPage.give(id, 'made.mp4'), track.media.id);
      const made = path.join(harness.files, 'made.mp4');
      const facts = await inspectMedia(made);
      expect(facts).toMatchObject({
        container: 'mp4',
        moovFirst: true,
        isFragmented: false,
        hasAudio: false,
      });
      // A machine that does three things at once films more slowly; everything else is as members need it.
      const slow = new Set(['frame-rate-low', 'key-frames-far']);
      expect(judgeMedia(facts, 'sign').filter(({ code }) => !slow.has(code))).toEqual([]);

      const frames = readNumberedFrames(made);
      expect(track.marks.map(({ sentence }) => sentence)).toEqual(['s1', 's2', 's3', 's4', 's5']);
      // The first mark is the end of the countdown; the taps are the other marks and the end of the last.
      const marked = [...track.marks.slice(1).map(({ start }) => start), track.marks.at(-1)?.end ?? NaN];
      const errors = marked.map((seconds, i) => {
        const tapMs = seen.taps[i] ?? NaN;
        const at = seen.frames.findLastIndex(({ ms }) => ms <= tapMs);
        const first = numberOf(seen.frames[at]?.values ?? []);
        // A busy page is not told of every frame: any of those between the two it saw may be the one.
        const last = Math.max(first, numberOf(seen.frames[at + 1]?.values ?? []) - 1);
        // Nor does a busy recorder write every frame: the one written stands for those up to the next.
        const shown = frames.findLastIndex((frame) => frame.seconds <= seconds + 0.0005);
        const from = frames[shown]?.number ?? NaN;
        const to = Math.max(from, (frames[shown + 1]?.number ?? from + 1) - 1);
        return to < first ? to - first : from > last ? from - last : from - from;
      });
      console.info(
        `${facts.frameRate} frames a second; frames between each tap and its mark: ${errors.join(', ')}`,
      );
      for (const error of errors) expect(Math.abs(error)).toBeLessThanOrEqual(1);
      expect(studio.errors).toEqual([]);
      await close();
    },
  );

  it('a sentence done again and a pause leave nothing of themselves in the film', async () => {
    const page = await open('sentences=3');
    await addSignTrack(page);
    await beginRecording(page);
    await page.waitForTimeout(1500);
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(1200);
    await page.getByRole('button', { name: '这一句重来' }).click();
    await page.waitForTimeout(1500);
    // After a button was pressed the space bar is still 下一句.
    await page.keyboard.press('Space');
    await page.waitForTimeout(700);
    await page.getByRole('button', { name: '停一下' }).click();
    await page.getByText('从这一句的开头重新打').waitFor();
    await page.waitForTimeout(1500);
    await page.getByRole('button', { name: '接着录' }).click();
    await page.getByText('准备').waitFor();
    await page.getByText('准备').waitFor({ state: 'detached' });
    await page.waitForTimeout(1500);
    await page.keyboard.press('ArrowRight');
    await page.getByText('每一句都录好了').waitFor();
    const takes = await page.evaluate(() => window.signPage.piece().tracks[0]?.takes ?? []);
    await page.getByRole('button', { name: '做成视频' }).click();
    await page.getByText('做好了，已经存好。').waitFor({ timeout: 60_000 });
    const track = await page.evaluate(() => window.signPage.piece().tracks[0]);
    const [recording] = track?.recordings ?? [];
    if (!track?.media || !recording) throw new Error('Nothing was made');
    await page.evaluate(
      async ([media, whole]) => {
        await window.signPage.give(media, 'made.mp4');
        await window.signPage.give(whole, 'whole.mp4');
      },
      [track.media.id, recording.id] as const,
    );
    const made = readNumberedFrames(path.join(harness.files, 'made.mp4'));
    const whole = readNumberedFrames(path.join(harness.files, 'whole.mp4'));
    const last = new Map(takes.map((take) => [take.sentence, take]));
    expect([...last.keys()]).toEqual(track.marks.map(({ sentence }) => sentence));
    const pairs = track.marks.map(({ sentence, start }) => ({
      film: frameAt(made, start + 0.001),
      // The frame a sentence begins with in the film is the one its take begins with in the recording.
      recording: frameAt(whole, (last.get(sentence)?.start ?? NaN) + 0.001),
    }));
    // All of them, so that a failure says what there was.
    const far = pairs.filter(({ film, recording: own }) => !(Math.abs(film - own) <= 1));
    expect({ far, takes, marks: far.length > 0 ? track.marks : [] }).toEqual({ far: [], takes, marks: [] });
    const signed = [...last.values()].reduce((sum, { start, end }) => sum + end - start, 0);
    expect(track.media.durationSeconds).toBeGreaterThan(signed);
    expect(track.media.durationSeconds).toBeLessThan(signed + 1.2);
    await close();
  });
});

/** Of the frame shown at a time. */
function frameAt(frames: readonly NumberedFrame[], seconds: number): number {
  return frames.findLast((frame) => frame.seconds <= seconds + 0.0005)?.number ?? NaN;
}

/** In the page: nothing else runs for so long, just when a recording has begun. */
function standStill(ms: number): void {
  const { start } = MediaRecorder.prototype;
  MediaRecorder.prototype.start = function startAndWait(slice?: number) {
    start.call(this, slice);
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
}
