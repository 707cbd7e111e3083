/** axe and layout on every screen about people, signed in and not, in the smallest and the largest text, four themes, every width. */
import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { enrolKeeper, giveAuthenticator, inviteOnConsole } from '../support/hub-machine.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { lookInEveryDress, visit, WIDTHS } from '../support/look-at.ts';
import { SILENT, type Place } from '../support/places.ts';

const club = useBrowser();
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
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

/** In each text size, the languages taking turns. By dress, what is wrong. */
let turn = 0;
async function look(place: Place): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const text of ['standard', 'giant'] as const) {
    const language = LANGUAGES[turn++ % LANGUAGES.length] ?? 'zh-Hans';
    await page.setViewportSize(WIDTHS.landscape);
    await visit(page, hub.url, place, { text, language, club: SILENT.club });
    const wrong = await lookInEveryDress(page);
    if (Object.keys(wrong).length > 0) found[`${text} · ${language}`] = wrong;
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
