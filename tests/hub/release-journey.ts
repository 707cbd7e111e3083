/**
 * From the printed link to the tablet, in real browsers: enrolled with a passkey, a month from the studio planned for the next
 * minute, released by the hub with nobody's help, fetched by a member's tablet, and played there with the hub gone.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { instantOf, wallTimeOf } from '../../src/features/studio/shared/releases/shanghai-time.ts';
import { FLAGS, VIEWPORTS } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { enrolKeeper, giveAuthenticator, printedLink } from '../support/hub-machine.ts';
import type { RunningHub } from '../support/hub-setup.ts';
import { ISSUE, SIGNED, studioMonth } from '../support/studio-month.ts';
import { findChromium } from '../tools/chromium.mjs';

const SETTINGS = { club: 'silent-world', preset: 'standard' };

export interface Profiles {
  readonly studio: BrowserContext;
  readonly tablet: BrowserContext;
  close(): Promise<void>;
}

/** Two machines: a facilitator's with a passkey, and a member's tablet. */
export async function openProfiles(folder: string): Promise<Profiles> {
  const open = async (name: string): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(path.join(folder, name), {
      executablePath: findChromium() ?? '',
      viewport: VIEWPORTS.landscape,
      hasTouch: true,
      locale: 'zh-CN',
      // Not where the members are: the time of a release is theirs all the same.
      timezoneId: name === 'studio' ? 'Europe/Berlin' : 'Asia/Shanghai',
      acceptDownloads: true,
      args: FLAGS,
    });
    await context.addInitScript((settings) => {
      Reflect.deleteProperty(window, 'showSaveFilePicker');
      if (localStorage.getItem('same-page.settings') === null)
        localStorage.setItem('same-page.settings', JSON.stringify(settings));
    }, SETTINGS);
    return context;
  };
  const [studio, tablet] = await Promise.all([open('studio'), open('tablet')]);
  return {
    studio,
    tablet,
    async close() {
      await studio.close();
      await tablet.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function pageWithPasskeys(context: BrowserContext): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await giveAuthenticator(context, page);
  return page;
}

export async function enrol(page: Page, hub: RunningHub): Promise<void> {
  await expect.poll(() => printedLink(hub)).not.toBeNull();
  await enrolKeeper(page, printedLink(hub) ?? '', '负责人');
}

/** A finished month lies in this machine's studio, and is on the hub too when this resolves. */
export async function bringMonth(page: Page, hub: RunningHub): Promise<void> {
  await seedMonth(page, await studioMonth({ isWhole: true }));
  await page.goto(`${hub.url}/studio/${ISSUE}/publish`);
  await page.getByRole('button', { name: '检查这 1 篇' }).click();
  await page.getByText('检查都通过了，可以发布。').waitFor({ timeout: 60_000 });
  await page.getByText(/也存到了服务器/u).waitFor({ timeout: 90_000 });
}

/** Plans it for the first whole minute that is far enough away for a slow machine to fill in the form and look at the shelf. @returns The moment. */
export async function planNextMinute(page: Page): Promise<number> {
  const atMs = Math.ceil((Date.now() + 25_000) / 60_000) * 60_000;
  const wall = wallTimeOf(atMs);
  expect(instantOf(wall)).toBe(atMs);
  await page.getByLabel('日子').fill(wall.day);
  await page.getByLabel('时间').fill(wall.time);
  await page.getByRole('button', { name: '排期' }).click();
  await page
    .getByText(/^已排期：/u)
    .or(page.getByText(/发布。服务器正在检查/u))
    .first()
    .waitFor();
  return atMs;
}

export async function untilReleased(page: Page): Promise<void> {
  await page.getByText(/^已发布：/u).waitFor({ timeout: 150_000 });
}

/** The month comes by itself, as soon as the app is opened again after the release. */
export async function untilOnTablet(member: Page, url: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await member.goto(`${url}/bookshelf`);
        await member.getByRole('main').waitFor();
        return member.evaluate(wholeMonths);
      },
      { timeout: 120_000, interval: 3_000 },
    )
    .toContain(ISSUE);
}

/** Ids of months this tablet has whole. */
export async function wholeMonths(): Promise<readonly string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('same-page');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('closed')));
  });
  const all = await new Promise<readonly { issue: string; missing: readonly unknown[] }[]>((resolve) => {
    const asked = database.transaction('installed').objectStore('installed').getAll();
    asked.addEventListener('success', () => resolve(asked.result));
  });
  database.close();
  return all.filter(({ missing }) => missing.length === 0).map(({ issue }) => issue);
}

/** A sentence tapped is a sentence signed. @returns Where in the signing it led, in seconds. */
export async function signedAt(member: Page, url: string): Promise<number> {
  await member.goto(`${url}/read/${ISSUE}/morning`);
  return tapSentence(member);
}

export async function tapSentence(member: Page): Promise<number> {
  const sentence = member.locator('[data-sentence="s3"]');
  await sentence.waitFor({ timeout: 60_000 });
  await sentence.locator('[data-word]').first().click();
  const time = (): Promise<number> =>
    member.evaluate(() => document.querySelector('video')?.currentTime ?? -1);
  await expect.poll(time, { timeout: 30_000 }).toBeGreaterThanOrEqual(SIGNED.s3 - 0.5);
  return time();
}

/** Withdraws it, as a publisher does. */
export async function withdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤回这一期' }).click();
  await page.getByLabel('为什么撤回').fill('出镜的人不同意了');
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByText(/^已撤回：/u).waitFor({ timeout: 60_000 });
}
