/** Nothing clipped, overlapping, too small or scrolling sideways: every route, width and text size. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, VIEWPORTS } from '../support/browser.ts';
import { lookForLayout, settle, TEXTS } from '../support/look-at.ts';
import { everyPlace } from '../support/places.ts';

const places = await everyPlace(inject('hubUrl'), 'silent-world');

describe('layout holds', () => {
  const club = useBrowser();
  for (const [name, viewport] of Object.entries(VIEWPORTS)) {
    for (const text of TEXTS) {
      it(`${name} · ${text}`, async () => {
        const { page, context } = await club.tablet({
          viewport,
          settings: { preset: 'standard', club: 'silent-world', text },
        });
        const found: Record<string, readonly string[]> = {};
        for (const place of places) {
          await settle(page, club.url(place.path));
          const problems = await lookForLayout(page);
          if (problems.length > 0) found[place.name] = problems;
        }
        expect(found).toEqual({});
        await context.close();
      });
    }
  }
  it('the first run holds at every width and text size', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const [name, viewport] of Object.entries(VIEWPORTS)) {
      for (const text of TEXTS) {
        const { page, context } = await club.tablet({ viewport, settings: { text } });
        await settle(page, club.url('/'));
        const problems = await lookForLayout(page);
        if (problems.length > 0) found[`${name} ${text}`] = problems;
        await context.close();
      }
    }
    expect(found).toEqual({});
  });
});
