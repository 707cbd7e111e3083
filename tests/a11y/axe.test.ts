/**
 * axe with AAA rules: every place in two dresses that share nothing but perhaps the language; between them the places meet every
 * pair of text size, theme, club and language. The whole product is `axe-whole.faults.ts`.
 */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForAccessibility, THEMES, visit } from '../support/look-at.ts';
import { pairwise } from '../support/matrix.ts';
import { everyPlace, everySheet, type Place } from '../support/places.ts';

const CLUBS = ['silent-world', 'new-sisters'] as const;
const hub = inject('hubUrl');
const placesOf: Readonly<Record<string, readonly Place[]>> = Object.fromEntries(
  await Promise.all(
    CLUBS.map(async (club) => [club, [...(await everyPlace(hub, club)), ...(await everySheet(hub, club))]]),
  ),
);
const names = [...new Set(CLUBS.flatMap((club) => placesOf[club]?.map(({ name }) => name) ?? []))];
const rows = pairwise({
  text: ['standard', 'giant'],
  theme: THEMES,
  club: CLUBS,
  language: ['zh-Hans', 'zh-Hant', 'en'],
});

function dressesOf(at: number): typeof rows {
  const first = rows[at % rows.length];
  const others = rows.filter(
    ({ text, theme, club }) => text !== first?.text && theme !== first?.theme && club !== first?.club,
  );
  const second = others[at % others.length];
  return [first, second].flatMap((row) => row ?? []);
}

describe('axe finds nothing', () => {
  const club = useBrowser();
  for (const [at, name] of names.entries()) {
    it(`on ${name}`, async () => {
      const { page, context } = await club.tablet();
      await page.goto(club.url('/favicon.svg'));
      const found: Record<string, readonly string[]> = {};
      for (const dress of dressesOf(at)) {
        const place = placesOf[dress.club]?.find((one) => one.name === name);
        if (!place) continue;
        await visit(page, hub, place, dress);
        const violations = await lookForAccessibility(page);
        if (violations.length > 0) found[Object.values(dress).join(' · ')] = violations;
      }
      expect(found).toEqual({});
      await context.close();
    });
  }
});
