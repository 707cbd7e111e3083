/**
 * A new version of the app under a running, older one: two real builds, one hub that is upgraded, a real Chromium. Nobody's
 * reading is interrupted, an open page keeps all of its own code, and the new version comes by a yes or at a cold start.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { MONTH } from '../support/tablets.ts';
import { LATER_WORD, openUpgradableHub, type UpgradableHub } from '../support/two-builds.ts';

const club = useBrowser();
const ISSUE = `${MONTH}-silent-world`;
const settings = { club: 'silent-world', preset: 'standard' };

let hub: UpgradableHub;
beforeAll(async () => {
  hub = await openUpgradableHub();
}, 120_000);
afterAll(() => hub?.remove());

/** A tablet that has been here before: the app opens without a network on it. */
async function tabletWithApp(which: 'earlier' | 'later') {
  await hub.serve(which);
  const tablet = await club.tablet({ settings, serviceWorkers: 'allow' });
  await open(tablet.page, '/');
  await tablet.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // What follows is how the app is opened every other time: from its worker.
  await open(tablet.page, '/');
  expect(await tablet.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  // At rest: what is still on its way when the hub stops is an error in the console, and a busy worker is not replaced at once.
  await open(tablet.page, '/storage');
  await tablet.page.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
  await open(tablet.page, '/');
  return tablet;
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${hub.url}${path}`);
  await page.locator('h1').first().waitFor();
}

/** The browser looks for a new worker by itself at every opening and once a day; here it is told to look now. */
async function findNewVersion(page: Page): Promise<void> {
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await expect.poll(() => versionWaits(page), { timeout: 30_000 }).toBe(true);
}
const versionWaits = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting != null);

/** Any reload would lose it. */
const mark = (page: Page): Promise<void> => page.evaluate(() => void Reflect.set(globalThis, 'mark', 'here'));
const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => Reflect.get(globalThis, 'mark') === 'here');

const shelfWord = (page: Page): Promise<string> =>
  page.getByRole('navigation').getByRole('link', { name: /书架/u }).first().innerText();
const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name }).first().click();

async function read(page: Page): Promise<void> {
  await open(page, `/issue/${ISSUE}`);
  await page.locator('a[href^="/read/"]').first().click();
  await page.locator('[data-sentence]').first().waitFor();
}

describe('a new version of the app', () => {
  it('lets whoever reads read on, with every page of the version they have, and comes when they say yes', async () => {
    const { page, errors } = await tabletWithApp('earlier');
    await read(page);
    await mark(page);

    await hub.serve('later');
    await findNewVersion(page);
    await page.waitForTimeout(2500);
    expect(await isMarked(page)).toBe(true);
    // Nothing is offered over a reading.
    expect(await page.getByRole('button', { name: '现在更新' }).count()).toBe(0);

    // Pages this window has never shown: their code is that of its own build, from its own worker.
    await page.goBack();
    await goTo(page, '词语');
    await page.getByRole('heading', { level: 1, name: '词语' }).waitFor();
    await goTo(page, '显示');
    await page.getByRole('heading', { level: 1, name: '显示' }).waitFor();
    expect(await page.evaluate(() => Reflect.get(globalThis, 'samePageBuild') ?? null)).toBeNull();
    expect(await isMarked(page)).toBe(true);
    expect(await shelfWord(page)).toBe('书架');

    // Later is an answer too.
    await page.getByRole('button', { name: '现在更新' }).waitFor();
    expect(await isMarked(page)).toBe(true);
    await page.getByRole('button', { name: '现在更新' }).click();
    await expect.poll(() => shelfWord(page).catch(() => ''), { timeout: 60_000 }).toBe(LATER_WORD);
    expect(await isMarked(page)).toBe(false);
    expect(await versionWaits(page)).toBe(false);
    expect(errors).toEqual([]);
  });

  it('waits while two windows are open, and takes over when the only one is opened anew', async () => {
    const { page, context, errors } = await tabletWithApp('earlier');
    await hub.serve('later');
    await findNewVersion(page);
    await mark(page);

    const second = await context.newPage();
    await open(second, '/bookshelf');
    await second.waitForTimeout(6000);
    expect(await shelfWord(second)).toBe('书架');
    expect(await versionWaits(second)).toBe(true);
    expect(await isMarked(page)).toBe(true);
    await second.close();

    await page.close();
    const next = await context.newPage();
    await open(next, '/');
    await expect.poll(() => shelfWord(next).catch(() => ''), { timeout: 60_000 }).toBe(LATER_WORD);
    expect(await versionWaits(next)).toBe(false);
    expect(errors).toEqual([]);
  });

  it('is whole without a network as soon as it has taken over', async () => {
    const { page, context } = await tabletWithApp('earlier');
    await read(page);
    const reading = new URL(page.url()).pathname;
    await hub.serve('later');
    await findNewVersion(page);
    await page.close();
    await hub.stop();

    const next = await context.newPage();
    await open(next, '/');
    await expect.poll(() => shelfWord(next).catch(() => ''), { timeout: 60_000 }).toBe(LATER_WORD);
    for (const path of ['/bookshelf', '/words', '/display', '/storage']) await open(next, path);
    await open(next, reading);
    await next.locator('[data-sentence]').first().waitFor();
    expect(await next.evaluate(() => Reflect.get(globalThis, 'samePageBuild'))).toBe('later');
  });

  it('leaves the files of the version before on the hub, for a page without a worker', async () => {
    await hub.serve('earlier');
    const html = await (await fetch(`${hub.url}/`)).text();
    const names = [...html.matchAll(/\/assets\/[\w.-]+\.js/gu)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(0);
    await hub.serve('later');
    for (const name of names) expect((await fetch(`${hub.url}${name}`)).status).toBe(200);
  });
});
