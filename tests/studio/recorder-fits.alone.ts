/** Nobody scrolls while signing: the sentence and everything one presses are in sight, on each screen and in each size of text. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VIEWPORTS } from '../support/browser.ts';
import { addSignTrack, beginRecording, executablePath, useSignStudio } from './sign-studio.ts';

const SCREENS = [VIEWPORTS.landscape, VIEWPORTS.portrait, VIEWPORTS.phone];
const TEXTS = ['standard', 'giant'];

/** What is not wholly in sight below what the window begins with, or lies under the buttons. */
const hidden = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    document.querySelector('[data-screen]')?.scrollIntoView({ block: 'start' });
    const buttons = [...document.querySelectorAll('[data-controls] button')];
    const controlsTop = document.querySelector('[data-controls]')?.getBoundingClientRect().top ?? 0;
    const sentence = document.querySelector('[data-sentence]');
    const [width, height] = [innerWidth, innerHeight];
    return [
      ...buttons
        .filter((button) => {
          const { top, bottom, left, right } = button.getBoundingClientRect();
          return top < 0 || bottom > height || left < 0 || right > width;
        })
        .map((button) => button.textContent ?? ''),
      ...(sentence && sentence.getBoundingClientRect().bottom > controlsTop ? ['the sentence'] : []),
    ];
  });

describe.skipIf(executablePath === null)('recording on any screen', { timeout: 90_000 }, () => {
  const studio = useSignStudio();

  it('a sentence of four lines, 下一句, 这一句重来, 停一下 and 先录到这里 are in sight together', async () => {
    const page = await studio.open('sentences=6');
    await addSignTrack(page);
    await beginRecording(page);
    for (const number of [2, 3]) {
      await page.waitForTimeout(500);
      await page.keyboard.press('Space');
      await page.getByText(`第 ${number} 句，共 6 句`).waitFor();
    }
    for (const viewport of SCREENS) {
      await page.setViewportSize(viewport);
      for (const text of TEXTS) {
        await page.evaluate((size) => (document.documentElement.dataset['text'] = size), text);
        await expect.poll(() => hidden(page)).toEqual([]);
        expect(await page.locator('[data-controls]').getByRole('button').count()).toBe(4);
      }
    }
    await page.getByRole('button', { name: '先录到这里' }).click();
    await page.getByRole('button', { name: '接着录' }).waitFor();
  });
});
