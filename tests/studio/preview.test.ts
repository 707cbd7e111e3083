/** The preview: the member's own app on the draft, which plays, and leaves nothing on the machine. */
import { describe, expect, it } from 'vitest';
import { expectClean, useBrowser, type Tablet } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { SILENT } from '../support/places.ts';
import { sayIn } from '../support/say.ts';
import { ISSUE, SIGNED, studioMonth } from '../support/studio-month.ts';
import { expectReadingPlays } from './previewed.ts';

const say = sayIn('zh-Hans');

/** Everything a person of this tablet has left on it. What the app itself installs meanwhile is noted elsewhere. */
const kept = async (page: Tablet['page']) => {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('same-page');
      opening.addEventListener('success', () => resolve(opening.result));
    });
    const all = (store: string) =>
      new Promise((resolve) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.addEventListener('success', () => resolve(reading.result));
      });
    const stores = await Promise.all(['progress', 'words', 'notes'].map(all));
    database.close();
    return JSON.stringify([
      stores,
      Object.entries(localStorage)
        .filter(([key]) => key !== 'same-page.census')
        .sort(),
    ]);
  });
};

describe('the preview', () => {
  const club = useBrowser();

  async function open(isWhole = true) {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/'));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await seedMonth(page, await studioMonth({ isWhole }));
    return tablet;
  }
  const frameOf = (page: Tablet['page']) => page.frameLocator('iframe');

  it('plays the sentence that is tapped, in each preset, size and theme, and keeps nothing', async () => {
    const tablet = await open();
    const { page } = tablet;
    await page.goto(club.url(`/studio/${ISSUE}/morning/preview`));
    const frame = frameOf(page);
    await frame.getByText(say('studio-preview', 'label')).waitFor();
    await frame.getByRole('heading', { level: 1, name: '一条苏州河' }).waitFor();
    const before = await kept(page);

    await frame.getByText('今天', { exact: true }).click();
    const video = frame.locator('video').first();
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(SIGNED.s5 - 0.1);
    expect(await video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeLessThan(
      SIGNED.s5 + 5,
    );

    const html = frame.locator('html');
    await page
      .getByRole('radio', { name: say('studio-checks', 'look.presets.captions') })
      .check({ force: true });
    await expect.poll(() => html.getAttribute('data-text')).toBe('larger');
    await page.getByRole('radio', { name: say('studio-checks', 'look.texts.giant') }).check({ force: true });
    await page.getByRole('radio', { name: say('studio-checks', 'look.themes.night') }).check({ force: true });
    await expect.poll(() => html.getAttribute('data-text')).toBe('giant');
    await expect.poll(() => html.getAttribute('data-theme')).toBe('night');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('paper');

    await page.getByRole('radio', { name: say('studio-checks', 'look.phone') }).check({ force: true });
    await expect.poll(() => html.evaluate(() => innerWidth)).toBe(390);

    await page.getByRole('radio', { name: say('studio-checks', 'look.pages.home') }).check({ force: true });
    await frame.getByRole('heading', { level: 1, name: '无声世界读书会' }).waitFor();
    // A link of the member's app stays inside.
    await frame
      .getByRole('link', { name: /一条苏州河/u })
      .last()
      .click();
    await frame.getByRole('heading', { level: 1, name: '一条苏州河' }).waitFor();
    expect(page.frames().at(-1)?.url()).toMatch(
      /\/preview\/frame-[a-z0-9]+\/read\/2026-12-silent-world\/morning/u,
    );
    expect(await kept(page)).toBe(before);
    expectClean(tablet);
  });

  it('goes to the real tablet as a file, which another profile opens, labelled, and keeps nothing of', async () => {
    const studio = await open(false);
    await studio.page.goto(club.url(`/studio/${ISSUE}/morning/preview`));
    // A headless browser has nobody to name a place: the file goes to the downloads.
    await studio.page.evaluate(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
    const saving = studio.page.waitForEvent('download');
    await studio.page.getByRole('button', { name: say('studio-checks', 'pack.button') }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe(`${ISSUE}.preview.zip`);
    const file = await download.path();

    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/preview/file'));
    await page.getByRole('heading', { level: 1, name: say('studio-preview', 'file.title') }).waitFor();
    const before = await kept(page);
    await page.locator('input[type=file]').setInputFiles(file);
    const frame = frameOf(page);
    await frame.getByText(say('studio-preview', 'label')).waitFor();
    await expectReadingPlays(frame);
    await page.getByRole('button', { name: say('studio-preview', 'file.close') }).click();
    await page.getByRole('heading', { level: 1, name: say('studio-preview', 'file.title') }).waitFor();
    expect(await kept(page)).toBe(before);
    expectClean(tablet);
    expectClean(studio);
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG'), 'not-a-zip'],
    ['an empty file', Buffer.alloc(0), 'not-a-zip'],
  ])('says what is the matter with %s', async (_what, buffer, fault) => {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/preview/file'));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer });
    await page.getByText(say('studio-preview', `file.problem.${fault}`)).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expectClean(tablet);
  });

  it('opened by itself says where previews come from', async () => {
    const tablet = await club.tablet({ settings: SILENT });
    const { page } = tablet;
    await page.goto(club.url('/preview/frame-abc/read/x/y'));
    await page.getByText(say('studio-preview', 'alone.text')).waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe('/studio');
    expectClean(tablet);
  });
});
