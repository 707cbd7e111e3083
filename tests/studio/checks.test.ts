/** The check page on a month on disk, with axe on the real preview. */
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { sayIn } from '../support/say.ts';
import { clippedContent } from '../support/page-rules.ts';
import { SILENT } from '../support/places.ts';
import { expectSaved } from './studio-pages.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';
import { waitFor } from '../support/wait-for.ts';

const say = sayIn('zh-Hans');
const EXAMINED = /^预览检查过了（.*都没有问题/u;

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
    await page.getByText('这一篇还没有在预览里检查过。').waitFor();
    await page.getByText(EXAMINED).waitFor({ timeout: 60_000 });
    await page.getByText(say('studio-checks', 'summary.clear')).waitFor();
    await expect.poll(() => page.locator('iframe').count()).toBe(0);

    // Kept: nobody waits for it a second time, and the queue knows.
    await expectSaved(page);
    await page.reload();
    await page.getByText(say('studio-checks', 'summary.clear')).waitFor();
    await page.getByText(EXAMINED).waitFor();
    await page.goto(club.url('/studio'));
    await page.getByText('检查都通过了，可以发布。').waitFor();
    expectClean(tablet);
  });

  it('are run for all pieces from the publish page, and asked for again where a piece was changed since', async () => {
    const tablet = await open(true);
    const { page } = tablet;
    await page.goto(club.url(`/studio/${ISSUE}/publish`));
    const section = page.getByRole('region', { name: '预览检查' });
    await section.getByText('还没有检查过').waitFor();
    const file = page.getByRole('button', { name: '存成发布文件' });
    expect(await file.getAttribute('aria-disabled')).toBe('true');
    await section.getByRole('button', { name: '检查这 1 篇' }).click();
    await section.getByRole('progressbar').waitFor();
    await section.getByText(/^检查过了（/u).waitFor({ timeout: 60_000 });
    await page.getByText('检查都通过了，可以发布。').waitFor();
    await expect.poll(() => file.getAttribute('aria-disabled')).not.toBe('true');
    await expectSaved(page);

    await page.goto(club.url(`/studio/${ISSUE}/morning/text`));
    await page.getByLabel('标题', { exact: true }).fill('两条苏州河');
    await expectSaved(page);
    await page.goto(club.url('/studio'));
    await page.getByText('上次在预览里检查以后，这一篇又改过。').waitFor();
    await page.getByRole('link', { name: '去检查' }).click();
    await page.getByText(EXAMINED).waitFor({ timeout: 60_000 });
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
    await waitFor('the reason on the disk', () =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
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
      ),
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

  it('are a list on paper: every finding, its cure and room for a reason; nothing cut off, nothing to press', async () => {
    const tablet = await open(false);
    const { page } = tablet;
    await page.getByRole('region', { name: /还不能发布/u }).waitFor();
    const said = await page.getByRole('listitem').locator('p').allInnerTexts();
    await page.getByRole('textbox').first().fill('一句原因，写得很长。'.repeat(20));
    await page.getByRole('heading', { level: 1 }).click();
    await page.emulateMedia({ media: 'print' });
    // A4 between its margins.
    await page.setViewportSize({ width: 680, height: 1000 });
    expect(await clippedContent(page)).toEqual([]);
    const pressable = page.locator('button, a[href], textarea, input, progress');
    const seen = await pressable.evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(seen).toEqual([]);
    const paper = (await page.locator('main').innerText()).replaceAll(/\s/gu, '');
    for (const sentence of [...said, '一句原因，写得很长。'.repeat(20)])
      expect(paper).toContain(sentence.replaceAll(/\s/gu, ''));
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
    await page.getByText(/预览检查过了（.*），有 \d+ 个问题/u).waitFor({ timeout: 60_000 });
    const said = page.getByText('有一段的语言没有标对，读屏软件会读错。');
    await said.waitFor();
    expect(await said.count()).toBe(1);
    expectClean(tablet);
  });
});
