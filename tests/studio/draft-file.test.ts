/** A draft carried to another machine as a file; a damaged file, a file of something else, a month that is there already. */
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectClean, useBrowser } from '../support/browser.ts';
import { expectSaved, makeMonth, monthOf, summary } from './studio-pages.ts';

const { tablet, url } = useBrowser();
const SETTINGS = { club: 'silent-world', preset: 'standard' };

/** By the browser's downloads, as in engines that cannot ask for a place. */
async function machine() {
  const opened = await tablet({ settings: SETTINGS });
  await opened.context.addInitScript(() => void Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  return opened;
}

const importFile = (page: Page, path: string): Promise<void> =>
  page.locator('input[type=file]').setInputFiles(path);

it('carries a month with its cover to another machine, and touches nothing where it cannot be read', async () => {
  const first = await machine();
  const { page } = first;
  await makeMonth(page, url);
  await page.getByRole('textbox', { name: '标题' }).fill('一条苏州河');
  await summary(page).fill('这个月沿着河走。');
  await page.getByRole('button', { name: '河', exact: true }).click();
  await page.getByRole('button', { name: '加一篇' }).click();
  await page.getByRole('button', { name: '读物', exact: true }).click();
  // The cover is drawn and kept meanwhile.
  const alt = page.getByRole('textbox', { name: '封面画的是什么' });
  await expect.poll(() => alt.inputValue()).toBe('一条河，河上有一座桥。');
  await expectSaved(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存成文件' }).click(),
  ]);
  // The first month nothing lies for yet, whatever today is.
  expect(download.suggestedFilename()).toBe(`${monthOf(page).split('/').at(-1)}.draft.zip`);
  const file = join(tmpdir(), `same-page-${Date.now()}.draft.zip`);
  await download.saveAs(file);

  const second = await machine();
  const other = second.page;
  await other.goto(url('/studio'));
  const bytes = await readFile(file);
  const broken = bytes.subarray(0, bytes.length - 200);
  const brokenFile = `${file}.broken.zip`;
  await writeFile(brokenFile, broken);
  await importFile(other, brokenFile);
  await other.getByText('这个草稿文件坏了，或者没有拷完。请重新拷一次。').waitFor();
  const foreign = `${file}.txt.zip`;
  await writeFile(foreign, 'not a zip');
  await importFile(other, foreign);
  await other.getByText('这不是草稿文件。草稿文件的名字以 .draft.zip 结尾。').waitFor();
  expect(await other.getByRole('heading', { level: 3, name: /一条苏州河/u }).count()).toBe(0);

  await importFile(other, file);
  await other.getByRole('link', { name: '打开了：一条苏州河' }).click();
  await other.getByRole('heading', { level: 1, name: /一条苏州河/u }).waitFor();
  expect(await summary(other).inputValue()).toBe('这个月沿着河走。');
  expect(await other.getByRole('textbox', { name: '封面画的是什么' }).inputValue()).toBe(
    '一条河，河上有一座桥。',
  );
  await expect
    .poll(() => other.locator('[style*="mask-image"]').first().getAttribute('style'), { timeout: 60_000 })
    .toContain('blob:');

  // There already: it asks, and what is replaced is kept.
  await summary(other).fill('在这台机器上改过。');
  await expectSaved(other);
  await other.goto(url('/studio'));
  await importFile(other, file);
  await other.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await other.goto(url(monthOf(page)));
  expect(await summary(other).inputValue()).toBe('在这台机器上改过。');
  await other.goto(url('/studio'));
  await importFile(other, file);
  await other.getByRole('dialog').getByRole('button', { name: '换成文件里的' }).click();
  await other.getByRole('link', { name: '打开了：一条苏州河' }).click();
  await expect.poll(() => summary(other).inputValue(), { timeout: 60_000 }).toBe('这个月沿着河走。');
  expectClean(first);
  expectClean(second);
});
