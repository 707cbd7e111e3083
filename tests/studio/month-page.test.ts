/** The month’s pieces: in another order, planned as those of last month, on their own days, as they were before. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { draftIssue, draftPiece } from '../../src/authoring/draft/fixture.ts';
import { expectClean, useBrowser } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { SILENT } from '../support/places.ts';
import { ISSUE } from '../support/studio-month.ts';
import { expectSaved } from './studio-pages.ts';

const TITLES = ['早上', '中午', '晚上'];
const IDS = ['morning', 'noon', 'evening'];

describe('the pieces of a month', () => {
  const club = useBrowser();

  async function open(path: string) {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const pieces = IDS.map((id, index) => draftPiece({ id, title: TITLES[index] ?? '' }));
    await seedMonth(page, { issue: draftIssue({ pieces: IDS }), pieces, files: [] });
    await page.goto(club.url(path));
    return tablet;
  }
  const section = (page: Page) => page.getByRole('region', { name: '这个月的内容' });
  const order = (page: Page) => section(page).getByRole('heading', { level: 3 }).allInnerTexts();
  async function expectOrder(page: Page, titles: readonly string[]): Promise<void> {
    await expect.poll(() => order(page)).toEqual(titles);
  }
  const toolsOf = (page: Page, title: string) => section(page).getByRole('group', { name: title });

  it('take another order by dragging, by buttons and by the keyboard, which lasts and can be undone', async () => {
    const tablet = await open(`/studio/${ISSUE}`);
    const { page } = tablet;
    await expectOrder(page, TITLES);

    const rows = section(page).locator('[data-piece]');
    // What is kept where is said a moment later, and moves the rows.
    await page.locator('[data-say]').first().waitFor();
    const handle = rows.first().locator('[data-on]');
    await handle.hover();
    const [grip, last] = [await handle.boundingBox(), await rows.last().boundingBox()];
    if (!grip || !last) throw new Error('no rows');
    await page.mouse.down();
    await page.mouse.move(grip.x, last.y + last.height / 2, { steps: 5 });
    await page.mouse.move(grip.x, last.y + last.height - 4, { steps: 3 });
    await page.mouse.up();
    await expectOrder(page, ['中午', '晚上', '早上']);

    await toolsOf(page, '早上').getByRole('button', { name: '上移' }).click();
    await expectOrder(page, ['中午', '早上', '晚上']);

    await toolsOf(page, '中午').getByRole('button', { name: '下移' }).focus();
    await page.keyboard.press('Enter');
    await expectOrder(page, TITLES);
    // The same key again goes on with the same piece.
    await page.keyboard.press('Enter');
    await expectOrder(page, ['早上', '晚上', '中午']);

    await page.getByRole('button', { name: '撤销：换位置' }).click();
    await expectOrder(page, TITLES);
    await page.getByRole('button', { name: '重做：换位置' }).click();
    await expectSaved(page);
    await page.reload();
    await expect.poll(() => order(page)).toEqual(['早上', '晚上', '中午']);
    expectClean(tablet);
  });

  it('are planned as those of the month before, and one has its own day in the calendar', async () => {
    const tablet = await open('/studio');
    const { page } = tablet;
    await page
      .getByRole('button', { name: /新建 .*无声世界/u })
      .last()
      .click();
    await page.getByRole('button', { name: /^照 .*的样子/u }).click();
    await expectOrder(page, ['还没有标题', '还没有标题', '还没有标题']);
    // Written down outside the database from the first moment: it may be lost before anybody sees the queue again.
    const census = await page.evaluate(() => localStorage.getItem('same-page.draft-census'));
    expect(census).toContain(new URL(page.url()).pathname.split('/').at(-1));

    const days = page.getByRole('region', { name: '每日一篇' });
    const second = days.getByRole('listitem').nth(1);
    await second.getByRole('button').click();
    await days.getByRole('button', { name: /月5日/u }).click();
    await expect.poll(() => second.innerText()).toContain('5日');
    await expectSaved(page);
    await page.reload();
    await expect.poll(() => second.innerText()).toContain('5日');
    await expect.poll(() => days.getByText('跟这一期一起', { exact: true }).count()).toBe(2);

    await second.getByRole('button').click();
    await days.getByRole('button', { name: '跟这一期一起出现' }).click();
    await expect.poll(() => days.getByText('跟这一期一起', { exact: true }).count()).toBe(3);
    expectClean(tablet);
  });

  it('are had back as they were before, and what took their place is kept too', async () => {
    const tablet = await open(`/studio/${ISSUE}/morning/text`);
    const { page } = tablet;
    const sentence = page.locator('li[data-block] textarea').last();
    await sentence.waitFor();
    const before = await sentence.inputValue();
    await sentence.fill('写错了的一句。');
    await expectSaved(page);

    await page.getByRole('link', { name: '回到本期' }).click();
    await toolsOf(page, '早上').getByRole('button', { name: '以前的样子' }).click();
    const sheet = page.getByRole('dialog', { name: '以前的样子' });
    await sheet.getByText('开始改之前').waitFor();
    await sheet.getByRole('button', { name: '换成这样' }).first().click();
    await sheet.waitFor({ state: 'hidden' });
    await expectSaved(page);
    await toolsOf(page, '早上').getByRole('button', { name: '以前的样子' }).click();
    await sheet.getByText('被换掉之前').waitFor();
    await sheet.getByText(/写错了的一句/u).waitFor();
    await page.keyboard.press('Escape');

    await page.goto(club.url(`/studio/${ISSUE}/morning/text`));
    const now = page.locator('li[data-block] textarea').last();
    await expect.poll(() => now.inputValue()).toBe(before);
    expectClean(tablet);
  });
});
