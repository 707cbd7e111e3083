/** The whole product of places, text sizes and themes for both clubs, the languages taking turns: zero violations. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForAccessibility, THEMES, visit } from '../support/look-at.ts';
import { whole } from '../support/matrix.ts';
import { everyPlace, everySheet } from '../support/places.ts';

const hub = inject('hubUrl');

describe('axe finds nothing, whole matrix', () => {
  const club = useBrowser();
  for (const clubId of ['silent-world', 'new-sisters']) {
    const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
    const rows = whole({ text: ['standard', 'giant'], theme: THEMES }).map((row, index) => ({
      ...row,
      language: languages[index % languages.length] ?? 'zh-Hans',
    }));
    for (const row of rows) {
      it(`${clubId} · ${row.text} · ${row.theme} · ${row.language}`, async () => {
        const { page, context } = await club.tablet();
        await page.goto(club.url('/favicon.svg'));
        const found: Record<string, readonly string[]> = {};
        for (const place of [...(await everyPlace(hub, clubId)), ...(await everySheet(hub, clubId))]) {
          await visit(page, hub, place, { ...row, club: clubId });
          const violations = await lookForAccessibility(page);
          if (violations.length > 0) found[place.name] = violations;
        }
        expect(found).toEqual({});
        await context.close();
      });
    }
  }
});
