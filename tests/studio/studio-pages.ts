/** What a facilitator does in the studio, for the tests of it. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** A new, empty month of the first club, open. */
export async function makeMonth(page: Page, url: (path: string) => string): Promise<void> {
  await page.goto(url('/studio'));
  const button = page.getByRole('button', { name: /新建 .* 无声世界读书会/u }).first();
  await button.click();
  await page.getByRole('heading', { level: 1, name: /还没有标题/u }).waitFor();
}

export const summary = (page: Page) => page.getByRole('textbox', { name: '简介' });

export async function expectSaved(page: Page): Promise<void> {
  await expect.poll(() => page.getByText(/\d\d:\d\d 已保存/u).count(), { timeout: 60_000 }).toBe(1);
}

/** Where the draft lies, by its own address. */
export const monthOf = (page: Page): string => new URL(page.url()).pathname;
