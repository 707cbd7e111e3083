/** A tablet of a member of silent-world with storage of its own that outlives the browser. */
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { FLAGS, VIEWPORTS } from '../../support/browser.ts';
import { findChromium } from '../../tools/chromium.mjs';

export interface BenchTablet {
  readonly page: Page;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openBenchTablet(profile: string): Promise<BenchTablet> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chrome or Chromium found');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: FLAGS,
    viewport: VIEWPORTS.landscape,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'allow',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(() => {
    localStorage.setItem('same-page.settings', JSON.stringify({ club: 'silent-world', preset: 'standard' }));
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, context, close: () => context.close() };
}

/** Puts a pack in by the storage room's own button, and waits until it says so. */
export async function importPack(page: Page, url: string, pack: string, timeout: number): Promise<void> {
  await page.goto(`${url}/storage`);
  await page.getByRole('button', { name: '选一个离线包' }).waitFor();
  await page.locator('input[type="file"]').setInputFiles(pack);
  await page.getByText(/^放好了/u).waitFor({ timeout });
}

/** How many months the storage room says are here and whole. */
export async function expectStored(page: Page, url: string, count: number): Promise<void> {
  await page.goto(`${url}/storage`);
  await expect
    .poll(() => page.getByText(new RegExp(`^${count} 期，`, 'u')).count(), { timeout: 120_000 })
    .toBe(1);
}
