/** The check page on a month on disk, with axe on the real preview. */
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { sayIn } from '../support/say.ts';
import { SILENT } from '../support/places.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';

const say = sayIn('zh-Hans');

describe('the checks of a piece', () => {
  const club = useBrowser();

  async function open(isWhole: boolean) {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await seedMonth(page, await studioMonth({ isWhole }));
    await page.goto(club.url(`/studio/${ISSUE}/morning/check`));
    return tablet;
  }

  it('say that a whole month may be published, after axe has seen it in both orientations and two text sizes', async () => {
    const tablet = await open(true);
    const { page } = tablet;
    await page.getByText(say('studio-checks', 'summary.clear')).waitFor();
    await page.getByText(say('studio-checks', 'preview.clear')).waitFor({ timeout: 60_000 });
    expect(await page.locator('iframe').count()).toBe(0);
    expectClean(tablet);
  });

  it('name what is wrong, lead to its place and take a reason that is there after closing the window', async () => {
    const tablet = await open(false);
    const { page } = tablet;
    const errors = page.getByRole('region', { name: /还不能发布/u });
    await errors.getByText('这张图没有文字说明').waitFor();
    const warning = page.getByRole('listitem').filter({ hasText: '有 1 句没有对上' });
    await warning.getByRole('textbox').fill('天气那一句不打手语');
    await page.getByRole('heading', { level: 1 }).click();
    await page.getByRole('region', { name: /写了原因的（1）/u }).waitFor();
    // Saved, not only shown.
    await page.waitForFunction(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('same-page');
          opening.addEventListener('success', () => {
            const database = opening.result;
            const reading = database.transaction('drafts').objectStore('drafts').getAll();
            reading.addEventListener('success', () => {
              database.close();
              resolve(JSON.stringify(reading.result).includes('天气那一句不打手语'));
            });
          });
        }),
    );
    await page.reload();
    await page.getByRole('region', { name: /写了原因的（1）/u }).waitFor();

    await page
      .getByRole('listitem')
      .filter({ hasText: '多音字' })
      .getByRole('link', { name: '去改：第 2 句' })
      .click();
    await page.waitForURL(/\/morning\/words\?sentence=s2$/u);
    await page.locator('[data-row="s2"]').waitFor();
    expect(new URL(page.url()).searchParams.get('sentence')).toBe('s2');
    expectClean(tablet);
  });

  it('add what axe finds in the preview, in plain words', async () => {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    const month = await studioMonth({ isWhole: true });
    // No language at all: no check of ours minds, and a screen reader would not know how to read it.
    const pieces = month.pieces.map((piece) => ({ ...piece, language: 'zhongwen' }));
    await seedMonth(page, { ...month, pieces });
    await page.goto(club.url(`/studio/${ISSUE}/morning/check`));
    await page.getByText(/预览里检查过了，有 \d+ 个问题/u).waitFor({ timeout: 60_000 });
    const said = page.getByText('有一段的语言没有标对，读屏软件会读错。');
    await said.waitFor();
    expect(await said.count()).toBe(1);
    expectClean(tablet);
  });
});
