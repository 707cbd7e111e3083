/** The whole product of what opens over a page, widths, text sizes and clubs, and of routes and clubs. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForLayout, TEXTS, visit, WIDTHS } from '../support/look-at.ts';
import { everyPlace, everySheet } from '../support/places.ts';

const hub = inject('hubUrl');

describe('layout holds, whole matrix', () => {
  const club = useBrowser();
  for (const clubId of ['silent-world', 'new-sisters']) {
    for (const [width, viewport] of Object.entries(WIDTHS)) {
      for (const text of TEXTS) {
        it(`${clubId} · ${width} · ${text}`, async () => {
          const { page, context } = await club.tablet({ viewport });
          await page.goto(club.url('/favicon.svg'));
          const found: Record<string, readonly string[]> = {};
          for (const place of [...(await everyPlace(hub, clubId)), ...(await everySheet(hub, clubId))]) {
            await visit(page, hub, place, { text, club: clubId });
            const problems = await lookForLayout(page);
            if (problems.length > 0) found[place.name] = problems;
          }
          expect(found).toEqual({});
          await context.close();
        });
      }
    }
  }
});
