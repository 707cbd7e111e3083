/** Nobody scrolls while signing: the sentence and everything one presses are in sight, on each screen and in each size of text. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VIEWPORTS } from '../support/browser.ts';
import { addSignTrack, beginRecording, executablePath, useSignStudio } from './sign-studio.ts';

const SCREENS = [VIEWPORTS.landscape, VIEWPORTS.portrait, VIEWPORTS.phone];
const NOTE = '“给水站”请用指拼';
const TEXTS = ['standard', 'giant'];

/** What is not wholly in sight below what the window begins with, or lies under the buttons. */
const hidden = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    document.querySelector('[data-screen]')?.scrollIntoView({ block: 'start' });
    const buttons = [...document.querySelectorAll('[data-controls] button')];
    const controlsTop = document.querySelector('[data-controls]')?.getBoundingClientRect().top ?? 0;
    // With the note for the interpreter, where there is one.
    const sentence = document.querySelector('[data-sentence]');
    const note = document.querySelector('[data-note]');
    const [width, height] = [innerWidth, innerHeight];
    return [
      ...buttons
        .filter((button) => {
          const { top, bottom, left, right } = button.getBoundingClientRect();
          return top < 0 || bottom > height || left < 0 || right > width;
        })
        .map((button) => button.textContent ?? ''),
      ...(sentence && sentence.getBoundingClientRect().bottom > controlsTop ? ['the sentence'] : []),
      ...(note && note.getBoundingClientRect().bottom > controlsTop ? ['the note'] : []),
    ];
  });

describe.skipIf(executablePath === null)('recording on any screen', { timeout: 90_000 }, () => {
  const studio = useSignStudio();

  it('a sentence of four lines with its note, 下一句, 这一句重来, 停一下 and 先录到这里 are in sight together', async () => {
    const page = await studio.open('sentences=6');
    await addSignTrack(page);
    await page.getByText('给手语老师的话（不会发布）').click();
    await page.getByRole('textbox', { name: '给手语老师的话，第 3 句' }).fill(NOTE);
    await beginRecording(page);
    for (const number of [2, 3]) {
      await page.waitForTimeout(500);
      await page.keyboard.press('Space');
      await page.getByText(`第 ${number} 句，共 6 句`).waitFor();
    }
    await page.getByText(NOTE).waitFor();
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
