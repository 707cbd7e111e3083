/** A month and a piece made as a facilitator makes them, and the step one wants to be at. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const FACILITATOR = { club: 'silent-world', preset: 'standard' };

type Kind = '读物' | '影片' | '诵读' | '图片展';

export async function openNewPiece(
  page: Page,
  url: (path: string) => string,
  kind: Kind = '读物',
): Promise<void> {
  await page.goto(url('/studio'));
  await page
    .getByRole('button', { name: /新建 .*无声世界/u })
    .first()
    .click();
  await page.getByRole('button', { name: '加一篇' }).click();
  await page.getByRole('group', { name: '加一篇' }).getByRole('button', { name: kind }).click();
  await page.getByRole('link', { name: /去做/u }).first().click();
  await page.getByRole('heading', { level: 1, name: /^文字/u }).waitFor();
}

/** Everything changed so far is on disk. */
export async function expectSaved(page: Page): Promise<void> {
  await page.waitForTimeout(700);
  await page.getByText(/\d\d:\d\d 已保存/u).waitFor();
}

/** What lies on the clipboard is pasted with the keys people use. */
export async function pasteKeys(
  page: Page,
  clip: { readonly html?: string; readonly text: string },
): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ({ html, text }) => {
    const part = (value: string, type: string) => new Blob([value], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': part(text, 'text/plain'),
        ...(html !== undefined && { 'text/html': part(html, 'text/html') }),
      }),
    ]);
  }, clip);
  await page.keyboard.press('Control+V');
}

/** The texts of the blocks on the screen, in order. */
export async function blockTexts(page: Page): Promise<string[]> {
  return page
    .locator('li[data-block] textarea[data-field$=":main"]')
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : '')),
    );
}

export async function expectBlocks(page: Page, texts: readonly string[]): Promise<void> {
  await expect.poll(() => blockTexts(page)).toEqual(texts);
}
