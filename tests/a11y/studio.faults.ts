/** axe and layout on every screen of the studio, over a month with something left to do: smallest and largest text, four themes. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, type Tablet } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import { lookInEveryDress, visit, WIDTHS } from '../support/look-at.ts';
import { SILENT, studioPlaces } from '../support/places.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';

const hub = inject('hubUrl');
const CAMERA = ['--use-fake-device-for-media-stream=fps=30', '--use-fake-ui-for-media-stream'];
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;

describe.each(studioPlaces(ISSUE, 'morning', 'film').map((place, at) => [place.name, place, at] as const))(
  '%s',
  (_name, place, at) => {
    const club = useBrowser({ flags: CAMERA });

    async function studio(): Promise<Tablet> {
      const tablet = await club.tablet({ settings: SILENT });
      await tablet.page.goto(club.url('/'));
      await tablet.page.getByRole('heading', { level: 1 }).waitFor();
      await seedMonth(tablet.page, await studioMonth({ isWhole: false, hasFilm: true }));
      return tablet;
    }

    it('axe finds nothing in any theme, its layout holds at every width: in the smallest and the largest text', async () => {
      const { page, context } = await studio();
      const found: Record<string, unknown> = {};
      for (const [index, text] of (['standard', 'giant'] as const).entries()) {
        const language = LANGUAGES[(at + index) % LANGUAGES.length] ?? 'zh-Hans';
        await page.setViewportSize(WIDTHS.landscape);
        await visit(page, hub, place, { text, language, club: SILENT.club });
        const wrong = await lookInEveryDress(page);
        if (Object.keys(wrong).length > 0) found[`${text} · ${language}`] = wrong;
      }
      expect(found).toEqual({});
      await context.close();
    });
  },
);
