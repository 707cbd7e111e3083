/**
 * Nothing clipped, overlapping, too small or scrolling sideways: every route at every width, in the largest text, where room is
 * scarcest, at half of them; what opens over a page takes turns at every pair of width, text size and club. All of it everywhere is
 * `layout-whole.faults.ts`.
 */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForLayoutAtWidths, TEXTS, visit, WIDTHS } from '../support/look-at.ts';
import { pairwise, whole } from '../support/matrix.ts';
import { everyPlace, everySheet } from '../support/places.ts';
import { byClub, CLUBS, lookAtLayout, namesOf, widths, type Row } from './layout-looks.ts';

const hub = inject('hubUrl');
const routes = await byClub(everyPlace);
const sheets = await byClub(everySheet);

describe('layout holds', () => {
  const club = useBrowser();

  for (const [at, name] of namesOf(routes).entries()) {
    it(`on ${name}`, async () => {
      const others = ['standard', 'large', 'larger'] as const;
      const having = CLUBS.filter((one) => routes.get(one)?.some((place) => place.name === name));
      const rows = widths.map((width, index): Row => ({
        width,
        text: (at + index) % 2 === 0 ? 'giant' : (others[(at + index) % others.length] ?? 'standard'),
        club: having[at % having.length] ?? CLUBS[0],
      }));
      expect(await lookAtLayout(club, routes, name, rows)).toEqual({});
    });
  }
  const sheetRows = pairwise({ width: widths, text: TEXTS, club: CLUBS });
  for (const [at, name] of namesOf(sheets).entries()) {
    it(`on ${name}`, async () => {
      const rows = sheetRows.filter((_row, index) => index % namesOf(sheets).length === at);
      expect(await lookAtLayout(club, sheets, name, rows)).toEqual({});
    });
  }

  it('on the first run, at both of its questions', async () => {
    const { page } = await club.tablet();
    await page.goto(club.url('/favicon.svg'));
    const found: Record<string, unknown> = {};
    for (const { text, club: chosen } of whole({ text: TEXTS, club: [null, 'new-sisters'] })) {
      await page.setViewportSize(WIDTHS.landscape);
      await visit(page, hub, { name: 'first run', path: '/' }, { text, club: chosen, preset: null });
      await page.locator('main li button').first().waitFor();
      const problems = await lookForLayoutAtWidths(page, widths);
      if (Object.keys(problems).length > 0) found[`${text} · ${chosen ?? 'club'}`] = problems;
    }
    expect(found).toEqual({});
  });
});
