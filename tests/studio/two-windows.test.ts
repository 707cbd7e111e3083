/** Two windows on one month: one writes, the other shows; 接手 loses nothing, also where a window does not answer. */
import { expect, it } from 'vitest';
import { expectClean, useBrowser } from '../support/browser.ts';
import { expectSaved, makeMonth, monthOf, summary } from './studio-pages.ts';

const { tablet, url } = useBrowser();
const SETTINGS = { club: 'silent-world', preset: 'standard' };
const READ_ONLY = '另一个窗口正在改这一期，这里只能看。';

it('the second window only shows, follows what the first writes, and takes over with the last word in it', async () => {
  const first = await tablet({ settings: SETTINGS });
  const { page } = first;
  await makeMonth(page, url);
  await summary(page).fill('第一个窗口写的。');
  await expectSaved(page);
  const second = await first.context.newPage();
  await second.goto(url(monthOf(page)));
  await second.getByText(READ_ONLY).waitFor();
  expect(await summary(second).inputValue()).toBe('第一个窗口写的。');
  expect(await summary(second).getAttribute('readonly')).not.toBeNull();

  await summary(page).fill('第一个窗口又写了。');
  await expect.poll(() => summary(second).inputValue(), { timeout: 60_000 }).toBe('第一个窗口又写了。');

  // Not saved yet when the second window asks.
  await summary(page).fill('第一个窗口最后的字。');
  await second.getByRole('button', { name: '接手' }).click();
  await expect.poll(() => second.getByText(READ_ONLY).count(), { timeout: 60_000 }).toBe(0);
  expect(await summary(second).inputValue()).toBe('第一个窗口最后的字。');
  await page.getByText(READ_ONLY).waitFor();
  await summary(second).fill('第二个窗口写的。');
  await expectSaved(second);
  await expect.poll(() => summary(page).inputValue(), { timeout: 60_000 }).toBe('第二个窗口写的。');
  expectClean(first);
});

it('a window that does not answer is robbed, wakes up reading only, and has written over nothing', async () => {
  const first = await tablet({ settings: SETTINGS });
  const { page } = first;
  await makeMonth(page, url);
  await summary(page).fill('睡着以前存好的。');
  await expectSaved(page);
  const second = await first.context.newPage();
  await second.goto(url(monthOf(page)));
  await second.getByText(READ_ONLY).waitFor();
  // Asleep for nine seconds, with a change that was never saved.
  await page.evaluate(() => {
    const field = document.querySelector('textarea');
    if (!field) throw new Error('no field');
    field.value = '睡着以前没存的。';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const until = Date.now() + 9000;
    setTimeout(() => {
      while (Date.now() < until);
    });
  });
  await second.getByRole('button', { name: '接手' }).click();
  await expect.poll(() => second.getByText(READ_ONLY).count(), { timeout: 60_000 }).toBe(0);
  await summary(second).fill('接手以后写的。');
  await expectSaved(second);
  await page.getByText(READ_ONLY).waitFor({ timeout: 60_000 });
  await expect.poll(() => summary(page).inputValue(), { timeout: 60_000 }).toBe('接手以后写的。');
  await second.reload();
  await expect.poll(() => summary(second).inputValue(), { timeout: 60_000 }).toBe('接手以后写的。');
});
