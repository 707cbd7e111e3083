/** What a member sees in the reader, read from the page: which sentence is lit, and which one is being signed. */
import type { Locator, Page } from 'playwright-core';
import { readStrip } from '../../src/starter/strip.ts';

/** The n-th sentence of the piece, from 1; the words themselves, where a finger would go. */
export function sentenceAt(page: Page, number: number): Locator {
  return page.locator('[data-sentence]').nth(number - 1);
}

/** Number of the highlighted sentence among all, from 1; 0 when none is lit. */
export async function currentNumber(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('[data-sentence]')];
    return all.findIndex((element) => element.getAttribute('aria-current') === 'true') + 1;
  });
}

/**
 * The sentence number in the pixels of the stand-in on screen (src/starter/README.md), so no clock of ours is believed.
 * Null when no frame is shown or it carries no strip.
 */
export async function presentedSentence(page: Page, video = 'video'): Promise<number | null> {
  const luma = await page.evaluate((selector) => {
    const element = document.querySelector<HTMLVideoElement>(selector);
    if (!element || element.readyState < 2) return null;
    const canvas = document.createElement('canvas');
    canvas.width = 720;
    canvas.height = 24;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return null;
    const scale = element.videoWidth / 720;
    context.drawImage(element, 0, 0, element.videoWidth, 24 * scale, 0, 0, 720, 24);
    const { data } = context.getImageData(0, 12, 720, 1);
    return Array.from({ length: 720 }, (_, x) => data[x * 4 + 1] ?? 0);
  }, video);
  return luma === null ? null : (readStrip((x) => luma[Math.floor(x)] ?? 0)?.sentence ?? null);
}
