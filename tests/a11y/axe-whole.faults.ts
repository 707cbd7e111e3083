/** The whole product of routes, text sizes and themes for both clubs: zero violations. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForAccessibility, settle, THEMES } from '../support/look-at.ts';
import { whole } from '../support/matrix.ts';
import { everyPlace } from '../support/places.ts';

describe('axe finds nothing, whole matrix', () => {
  const club = useBrowser();
  for (const clubId of ['silent-world', 'new-sisters']) {
    for (const row of whole({ text: ['standard', 'giant'], theme: THEMES })) {
      it(`${clubId} · ${row.text} · ${row.theme}`, async () => {
        const settings = { preset: 'standard', club: clubId, ...row };
        const { page, context } = await club.tablet({ settings });
        const found: Record<string, readonly string[]> = {};
        for (const place of await everyPlace(inject('hubUrl'), clubId)) {
          await settle(page, club.url(place.path));
          const violations = await lookForAccessibility(page);
          if (violations.length > 0) found[place.name] = violations;
        }
        expect(found).toEqual({});
        await context.close();
      });
    }
  }
});
