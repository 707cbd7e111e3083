/** axe and layout on every screen of the studio, over a month with something left to do: smallest and largest text, four themes. */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser, type Tablet } from '../support/browser.ts';
import { seedMonth } from '../support/draft-seed.ts';
import {
  lookForAccessibility,
  lookForLayout,
  THEMES,
  visit,
  WIDTHS,
  type Dress,
} from '../support/look-at.ts';
import { whole } from '../support/matrix.ts';
import { SILENT, studioPlaces, type Place } from '../support/places.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';

const hub = inject('hubUrl');
const CAMERA = ['--use-fake-device-for-media-stream=fps=30', '--use-fake-ui-for-media-stream'];
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const dresses = whole({ text: ['standard', 'giant'], theme: THEMES }).map((dress, index): Dress => ({
  ...dress,
  club: SILENT.club,
  language: LANGUAGES[index % LANGUAGES.length] ?? 'zh-Hans',
}));

describe.each(studioPlaces(ISSUE, 'morning', 'film').map((place) => [place.name, place] as const))(
  '%s',
  (_name, place) => {
    const club = useBrowser({ flags: CAMERA });

    async function studio(): Promise<Tablet> {
      const tablet = await club.tablet({ settings: SILENT });
      await tablet.page.goto(club.url('/'));
      await tablet.page.getByRole('heading', { level: 1 }).waitFor();
      await seedMonth(tablet.page, await studioMonth({ isWhole: false, hasFilm: true }));
      return tablet;
    }

    async function look(
      { page }: Tablet,
      at: Place,
      rows: readonly Dress[],
      judge: () => Promise<readonly string[]>,
    ): Promise<Readonly<Record<string, readonly string[]>>> {
      const found: Record<string, readonly string[]> = {};
      for (const dress of rows) {
        await visit(page, hub, at, dress);
        const problems = await judge();
        if (problems.length > 0) found[Object.values(dress).join(' · ')] = problems;
      }
      return found;
    }

    it('axe finds nothing', async () => {
      const tablet = await studio();
      expect(await look(tablet, place, dresses, () => lookForAccessibility(tablet.page))).toEqual({});
      await tablet.context.close();
    });

    it('its layout holds at every width, in the smallest and the largest text', async () => {
      const tablet = await studio();
      const found: Record<string, unknown> = {};
      for (const [width, size] of Object.entries(WIDTHS)) {
        await tablet.page.setViewportSize(size);
        const rows = dresses.filter(({ theme }) => theme === 'paper');
        const problems = await look(tablet, place, rows, () => lookForLayout(tablet.page));
        if (Object.keys(problems).length > 0) found[width] = problems;
      }
      expect(found).toEqual({});
      await tablet.context.close();
    });
  },
);
