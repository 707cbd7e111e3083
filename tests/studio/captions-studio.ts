/** The captions step of a month with one film, as a facilitator opens it. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Tablet, useBrowser } from '../support/browser.ts';
import { MONTH, PIECE, seedFilm } from './seed-film.ts';

export const CAPTIONS_PATH = `/studio/${MONTH}/${PIECE}/captions`;

export async function openCaptions(
  studio: ReturnType<typeof useBrowser>,
  cues: Parameters<typeof seedFilm>[1] = [],
): Promise<Tablet> {
  const tablet = await studio.tablet({ settings: { club: 'silent-world', preset: 'standard' } });
  const { page } = tablet;
  await page.goto(studio.url('/studio'));
  await page.getByRole('heading').first().waitFor();
  await seedFilm(page, cues);
  await page.goto(studio.url(CAPTIONS_PATH));
  await page.getByRole('heading', { name: '字幕：弄堂里的一天' }).waitFor();
  return tablet;
}

export async function bringFilm(
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
): Promise<void> {
  await page.getByLabel(/^(?:选影片|换一段影片)$/u).setInputFiles(file);
  await page.locator('video').waitFor({ timeout: 60_000 });
  await expect
    .poll(() => page.evaluate(() => document.querySelector('video')?.readyState ?? 0), { timeout: 60_000 })
    .toBeGreaterThan(1);
}
