/** axe with AAA rules on every route; pairwise over text size, theme, club and language (whole in `npm run faults`). */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, VIEWPORTS } from '../support/browser.ts';
import { lookForAccessibility, settle, THEMES } from '../support/look-at.ts';
import { pairwise } from '../support/matrix.ts';
import { everyPlace } from '../support/places.ts';

const places = await everyPlace(inject('hubUrl'), 'silent-world');
const rows = pairwise({
  place: places,
  text: ['standard', 'giant'],
  theme: THEMES,
  club: ['silent-world', 'new-sisters'],
  language: ['zh-Hans', 'zh-Hant', 'en'],
});

describe('axe finds nothing', () => {
  const club = useBrowser();
  for (const row of rows) {
    it(`${row.place.name} · ${row.text} · ${row.theme} · ${row.club} · ${row.language}`, async () => {
      const settings = {
        preset: 'standard',
        text: row.text,
        theme: row.theme,
        club: row.club,
        language: row.language,
      };
      const { page, context } = await club.tablet({ viewport: VIEWPORTS.landscape, settings });
      const path = row.place.path.replace(
        'silent-world',
        row.place.path.startsWith('/issue') ? row.club : 'silent-world',
      );
      await settle(page, club.url(path));
      expect(await lookForAccessibility(page)).toEqual([]);
      await context.close();
    });
  }
});
