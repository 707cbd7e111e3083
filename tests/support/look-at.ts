/** One look at one page in one dress: everything `numbers.md` can say of it. */
import type { Page } from 'playwright-core';
import { axeViolations, clippedContent, overlaps, smallTargets, widenTextSpacing } from './page-rules.ts';

export const TEXTS = ['standard', 'large', 'larger', 'giant'] as const;
export const THEMES = ['paper', 'night', 'mo', 'contrast'] as const;

/** Waits until the page has its heading and its fonts, and nothing is loading. */
export async function settle(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page
    .locator('[aria-busy=true]')
    .first()
    .waitFor({ state: 'detached' })
    .catch(() => undefined);
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}

export async function lookForAccessibility(page: Page): Promise<readonly string[]> {
  return axeViolations(page);
}

export async function lookForLayout(page: Page): Promise<readonly string[]> {
  const asIs = [...(await clippedContent(page)), ...(await smallTargets(page)), ...(await overlaps(page))];
  await widenTextSpacing(page);
  const spaced = (await clippedContent(page)).map((problem) => `with wide text spacing: ${problem}`);
  return [...asIs, ...spaced];
}
