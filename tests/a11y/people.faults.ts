/** axe and layout on every screen about people, signed in and not, in the smallest and the largest text and four themes. */
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { enrolKeeper, giveAuthenticator, inviteOnConsole } from '../support/hub-machine.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import {
  lookForAccessibility,
  lookForLayout,
  THEMES,
  visit,
  WIDTHS,
  type Dress,
} from '../support/look-at.ts';
import { whole } from '../support/matrix.ts';
import { SILENT, type Place } from '../support/places.ts';

const club = useBrowser();
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const dresses = whole({ text: ['standard', 'giant'], theme: THEMES }).map((dress, index): Dress => ({
  ...dress,
  club: SILENT.club,
  language: LANGUAGES[index % LANGUAGES.length] ?? 'zh-Hans',
}));
let hub: RunningHub;
let page: Page;
beforeAll(async () => {
  hub = await startHub();
  const tablet = await club.tablet({ settings: SILENT });
  ({ page } = tablet);
  await giveAuthenticator(tablet.context, page);
});
afterAll(async () => {
  await hub.stop();
  await rm(hub.dataFolder, { recursive: true, force: true });
});

const press = (pattern: RegExp) => async (at: Page) =>
  at.getByRole('button', { name: pattern }).first().click();
const closed: readonly Place[] = [
  { name: 'nobody enrolled', path: '/studio/sign-in' },
  { name: 'no link', path: '/studio/enrol' },
];
const open: readonly Place[] = [
  { name: 'queue', path: '/studio' },
  { name: 'account', path: '/studio/account' },
  { name: 'machine link', path: '/studio/account', open: press(/加一台机器|加一台機器|Add a machine/u) },
  { name: 'people', path: '/studio/people' },
  { name: 'change', path: '/studio/people', open: press(/^(?:更改|Change)/u) },
];

async function look(place: Place): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  const note = (dress: Dress, at: string, problems: readonly string[]): void => {
    if (problems.length > 0) found[`${Object.values(dress).join(' · ')} ${at}`] = problems;
  };
  await page.setViewportSize(WIDTHS.landscape);
  for (const dress of dresses) {
    await visit(page, hub.url, place, dress);
    note(dress, 'axe', await lookForAccessibility(page));
  }
  for (const [width, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size);
    for (const dress of dresses.filter(({ theme }) => theme === 'paper')) {
      await visit(page, hub.url, place, dress);
      note(dress, width, await lookForLayout(page));
    }
  }
  return found;
}

describe('without a sign-in', () => {
  it.each(closed.map((place) => [place.name, place] as const))('%s', async (_, place) => {
    await page.goto(hub.url);
    expect(await look(place)).toEqual({});
  });

  it('a link in hand', async () => {
    const { pathname, hash } = new URL(inviteOnConsole(hub));
    expect(await look({ name: 'enrol', path: `${pathname}${hash}` })).toEqual({});
  });
});

describe('signed in', () => {
  beforeAll(async () => {
    await page.evaluate(
      (settings) => localStorage.setItem('same-page.settings', settings),
      JSON.stringify(SILENT),
    );
    await page.goto(`${hub.url}/studio`);
    await enrolKeeper(page, inviteOnConsole(hub), '负责人');
  });
  it.each(open.map((place) => [place.name, place] as const))('%s', async (_, place) => {
    expect(await look(place)).toEqual({});
  });
});
