/**
 * Nothing clipped, overlapping, too small or scrolling sideways: every route at every width and text size, the clubs
 * in turn; what opens over a page pairwise (whole in `npm run faults`).
 */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForLayout, TEXTS, visit, WIDTHS } from '../support/look-at.ts';
import { pairwise, whole } from '../support/matrix.ts';
import { everyPlace, everySheet, type Place } from '../support/places.ts';

const CLUBS = ['silent-world', 'new-sisters'] as const;
const hub = inject('hubUrl');
const widths = Object.keys(WIDTHS);

async function byClub(list: typeof everyPlace): Promise<ReadonlyMap<string, readonly Place[]>> {
  return new Map(await Promise.all(CLUBS.map(async (club) => [club, await list(hub, club)] as const)));
}
const routes = await byClub(everyPlace);
const sheets = await byClub(everySheet);
const namesOf = (places: typeof routes): readonly string[] => [
  ...new Set([...places.values()].flat().map(({ name }) => name)),
];

describe('layout holds', () => {
  const club = useBrowser();

  async function look(
    places: typeof routes,
    name: string,
    rows: readonly Row[],
  ): Promise<Readonly<Record<string, readonly string[]>>> {
    const { page, context } = await club.tablet();
    await page.goto(club.url('/favicon.svg'));
    const found: Record<string, readonly string[]> = {};
    for (const { width, text, club: clubId } of rows) {
      const place = places.get(clubId)?.find((one) => one.name === name);
      if (!place) continue;
      await page.setViewportSize(WIDTHS[width] ?? WIDTHS.landscape);
      await visit(page, hub, place, { text, club: clubId });
      const problems = await lookForLayout(page);
      if (problems.length > 0) found[`${width} · ${text} · ${clubId}`] = problems;
    }
    await context.close();
    return found;
  }

  // Each club sees each width and each size; a route one club does not have is looked at in the other.
  const everyRow = whole({ width: widths, text: TEXTS }).map((row, index) => ({
    ...row,
    club: CLUBS[(index + Math.floor(index / TEXTS.length)) % CLUBS.length] ?? 'silent-world',
  }));
  for (const name of namesOf(routes)) {
    const isInBoth = CLUBS.every((one) => routes.get(one)?.some((place) => place.name === name));
    const only = CLUBS.find((one) => routes.get(one)?.some((place) => place.name === name));
    it(`on ${name}`, async () => {
      const found = await look(
        routes,
        name,
        isInBoth ? everyRow : everyRow.map((row) => ({ ...row, club: only ?? 'silent-world' })),
      );
      expect(found).toEqual({});
    });
  }
  const sheetRows = pairwise({ name: namesOf(sheets), width: widths, text: TEXTS, club: CLUBS });
  for (const name of namesOf(sheets)) {
    it(`on ${name}`, async () => {
      const found = await look(
        sheets,
        name,
        sheetRows.filter((row) => row.name === name),
      );
      expect(found).toEqual({});
    });
  }

  it('on the first run, at both of its questions', async () => {
    const { page } = await club.tablet();
    await page.goto(club.url('/favicon.svg'));
    const found: Record<string, readonly string[]> = {};
    const questions = whole({ width: widths, text: TEXTS, club: [null, 'new-sisters'] });
    for (const { width, text, club: chosen } of questions) {
      await page.setViewportSize(WIDTHS[width] ?? WIDTHS.landscape);
      await visit(page, hub, { name: 'first run', path: '/' }, { text, club: chosen, preset: null });
      await page.locator('main li button').first().waitFor();
      const problems = await lookForLayout(page);
      if (problems.length > 0) found[`${width} · ${text} · ${chosen ?? 'club'}`] = problems;
    }
    expect(found).toEqual({});
  });
});

interface Row {
  readonly width: string;
  readonly text: (typeof TEXTS)[number];
  readonly club: string;
}
