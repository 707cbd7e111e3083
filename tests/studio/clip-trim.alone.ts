/** The signing of a card is cut to the sign itself: wound to the place, pressed, and nothing else is left of the file. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasFfmpeg, makeClip } from '../../src/authoring/media/fixtures.ts';
import { expectClean, useBrowser, VIEWPORTS } from '../support/browser.ts';
import { SILENT } from '../support/places.ts';
import { expectSaved } from './new-piece.ts';
import { MONTH, seedTexts } from './seed-text.ts';

const club = useBrowser();
/** The sign is the white part of the clip. */
const [FROM, TO, SECONDS] = [1, 3, 4];

async function openCard(): Promise<{ page: Page; tablet: Awaited<ReturnType<typeof club.tablet>> }> {
  const tablet = await club.tablet({ settings: SILENT, viewport: VIEWPORTS.landscape, touch: false });
  const { page } = tablet;
  await page.goto(club.url('/studio'));
  await seedTexts(page, { morning: ['嘹亮的歌。'] });
  await page.goto(club.url(`/studio/${MONTH}/morning/words`));
  await page.getByRole('button', { name: '做词卡：嘹亮' }).click({ timeout: 90_000 });
  return { page, tablet };
}

/** The clip on the card stands there, and its picture is on the screen. */
async function windTo(page: Page, seconds: number): Promise<number> {
  return page.locator('dialog video[controls]').evaluate(async (video: HTMLVideoElement, at) => {
    const shown = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    video.currentTime = at;
    await shown;
    const canvas = new OffscreenCanvas(1, 1);
    const brush = canvas.getContext('2d');
    brush?.drawImage(video, 0, 0, 1, 1);
    return brush?.getImageData(0, 0, 1, 1).data[0] ?? 0;
  }, seconds);
}
const lengthOf = (page: Page): Promise<number> =>
  page.locator('dialog video[controls]').evaluate((video: HTMLVideoElement) => video.duration);

describe.skipIf(!hasFfmpeg)('the signing of a card', { timeout: 240_000 }, () => {
  it('keeps what lies between the two places, every picture of it, and undo brings the rest back', async () => {
    const { page, tablet } = await openCard();
    const sheet = page.getByRole('dialog');
    const white = `drawbox=c=black:t=fill,drawbox=c=white:t=fill:enable='gte(t,${FROM})*lt(t,${TO})'`;
    const buffer = Buffer.from(makeClip({ seconds: SECONDS, sound: true, extra: ['-vf', white] }));
    await sheet
      .getByLabel('选一段手语视频')
      .setInputFiles({ name: '嘹亮.mp4', mimeType: 'video/mp4', buffer });
    await sheet.getByText('有一段 4 秒的手语，已经存好。').waitFor({ timeout: 90_000 });

    const trim = sheet.getByRole('group', { name: '剪掉头尾' });
    expect(await windTo(page, FROM + 0.02)).toBeGreaterThan(200);
    await trim.getByRole('button', { name: '从这里开始' }).click();
    await windTo(page, TO);
    await trim.getByRole('button', { name: '到这里结束' }).click();
    await trim.getByText('留下第 1 秒到第 3 秒。').waitFor();
    await trim.getByRole('button', { name: '剪掉别的部分' }).click();
    await sheet.getByText('有一段 2 秒的手语，已经存好。').waitFor({ timeout: 90_000 });

    await expect.poll(() => lengthOf(page)).toBeLessThan(SECONDS - 1);
    expect(Math.abs((await lengthOf(page)) - (TO - FROM))).toBeLessThan(0.1);
    for (const at of [0.01, 1, 1.9]) expect(await windTo(page, at)).toBeGreaterThan(200);
    // Nothing is left to cut before somebody chooses again.
    expect(await trim.getByRole('button', { name: '剪掉别的部分' }).count()).toBe(0);

    await sheet.getByRole('button', { name: '完成' }).click();
    await expectSaved(page);
    await page.getByRole('button', { name: /^撤销/u }).first().click();
    await page.getByRole('button', { name: '改“嘹亮”的词卡' }).click();
    await sheet.getByText('有一段 4 秒的手语，已经存好。').waitFor();
    await expect.poll(() => lengthOf(page)).toBeGreaterThan(SECONDS - 0.2);
    expectClean(tablet);
  });
});
