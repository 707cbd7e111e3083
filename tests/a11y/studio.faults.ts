/** axe and layout on every screen of the studio, over a month with something left to do: smallest and largest text, four themes. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, type Tablet } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import {
  lookForAccessibilityInEveryTheme,
  lookForLayoutAtWidths,
  visit,
  WIDTHS,
} from '../support/look-at.ts';
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

    /** Opens the place in each text size, the languages taking turns. By dress, what `judge` finds wrong. */
    async function lookIn(
      { page }: Tablet,
      judge: () => Promise<readonly string[] | Readonly<Record<string, unknown>>>,
    ): Promise<Readonly<Record<string, unknown>>> {
      const found: Record<string, unknown> = {};
      for (const [index, text] of (['standard', 'giant'] as const).entries()) {
        const language = LANGUAGES[(at + index) % LANGUAGES.length] ?? 'zh-Hans';
        await page.setViewportSize(WIDTHS.landscape);
        await visit(page, hub, place, { text, language, club: SILENT.club });
        const problems = await judge();
        if (Object.keys(problems).length > 0) found[`${text} · ${language}`] = problems;
      }
      return found;
    }

    it('axe finds nothing', async () => {
      const tablet = await studio();
      expect(await lookIn(tablet, () => lookForAccessibilityInEveryTheme(tablet.page))).toEqual({});
      await tablet.context.close();
    });

    it('its layout holds at every width, in the smallest and the largest text', async () => {
      const tablet = await studio();
      const judge = () => lookForLayoutAtWidths(tablet.page, Object.keys(WIDTHS));
      expect(await lookIn(tablet, judge)).toEqual({});
      await tablet.context.close();
    });
  },
);
