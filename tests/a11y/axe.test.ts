/** axe with AAA rules on every place; pairwise over text size, theme, club and language (whole in `npm run faults`). */
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
  name: names,
  text: ['standard', 'giant'],
  theme: THEMES,
  club: CLUBS,
  language: ['zh-Hans', 'zh-Hant', 'en'],
});

describe('axe finds nothing', () => {
  const club = useBrowser();
  for (const name of names) {
    it(`on ${name}`, async () => {
      const { page, context } = await club.tablet();
      await page.goto(club.url('/favicon.svg'));
      const found: Record<string, readonly string[]> = {};
      for (const { name: _, ...dress } of rows.filter((row) => row.name === name)) {
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
