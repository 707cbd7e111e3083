/** Drafts the browser has lost are named, and what a preview erases does not make it forget which there were. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { expectClean, useBrowser } from '../support/browser.ts';
import { sayIn } from '../support/say.ts';
import { SILENT } from '../support/places.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';

const club = useBrowser();
const say = sayIn('zh-Hans');

/** As a browser that cleans up: the database is empty, and says nothing. */
const loseDrafts = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('same-page');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const clearing = database.transaction(['drafts', 'draftPieces'], 'readwrite');
    clearing.objectStore('drafts').clear();
    clearing.objectStore('draftPieces').clear();
    await new Promise((resolve) => clearing.addEventListener('complete', resolve));
    database.close();
  });
const census = (page: Page) => page.evaluate(() => localStorage.getItem('same-page.draft-census'));
/** The other place it is written down in, a moment later. */
const censusFile = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle('draft-census.json').then(
      (handle) => handle.getFile(),
      () => null,
    );
    return (await file?.text()) ?? '';
  });

async function open() {
  const tablet = await club.tablet({ settings: SILENT });
  const { page } = tablet;
  await page.goto(club.url('/'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seedMonth(page, await studioMonth({ isWhole: true }));
  await page.goto(club.url('/studio'));
  await page.getByRole('heading', { level: 3, name: /一条苏州河/u }).waitFor();
  await expect.poll(() => census(page)).toContain(ISSUE);
  await expect.poll(() => censusFile(page).catch(() => '')).toContain(ISSUE);
  return tablet;
}

it('a draft the browser has lost is named until a person has taken note', async () => {
  const tablet = await open();
  const { page } = tablet;
  await loseDrafts(page);
  // One of the two places it is written down in is lost as well.
  await page.evaluate(() => localStorage.removeItem('same-page.draft-census'));
  await page.reload();
  await page.getByText('浏览器把草稿弄丢了：一条苏州河').waitFor();
  await page.reload();
  await page.getByText('浏览器把草稿弄丢了：一条苏州河').waitFor();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect.poll(() => page.getByText(/浏览器把草稿弄丢了/u).count()).toBe(0);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await expect.poll(() => census(page)).toBe('[]');
  expect(await page.getByText(/浏览器把草稿弄丢了/u).count()).toBe(0);
  expectClean(tablet);
});

it('清空 pressed in a preview erases nothing of the machine: the drafts and the note of them stay', async () => {
  const tablet = await open();
  const { page } = tablet;
  const before = await census(page);
  await page.goto(club.url(`/studio/${ISSUE}/morning/preview`));
  const frame = page.frameLocator('iframe');
  await frame.getByText(say('studio-preview', 'label')).waitFor();
  await page.getByRole('radio', { name: say('studio-checks', 'look.pages.home') }).check({ force: true });
  await frame.getByRole('link', { name: say('app', 'display') }).click();
  await frame.getByRole('button', { name: say('display', 'everything.button') }).click();
  await frame
    .getByRole('dialog')
    .getByRole('button', { name: say('display', 'everything.confirm') })
    .click();
  await frame.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await census(page)).toBe(before);
  await loseDrafts(page);
  await page.goto(club.url('/studio'));
  await page.getByText('浏览器把草稿弄丢了：一条苏州河').waitFor();
  expect(tablet.foreign).toEqual([]);
});
