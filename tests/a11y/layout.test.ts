/**
 * Nothing clipped, overlapping, too small or scrolling sideways: every route at every width, in the largest text, where room is
 * scarcest, at half of them; what opens over a page pairwise. Every width in every text size is `layout-whole.faults.ts`.
 */
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lookForLayout, TEXTS, visit, WIDTHS } from '../support/look-at.ts';
import { pairwise, whole } from '../support/matrix.ts';
import { everyPlace, everySheet } from '../support/places.ts';
import { byClub, CLUBS, everyRow, lookAtLayout, namesOf, widths } from './layout-looks.ts';

const hub = inject('hubUrl');
const routes = await byClub(everyPlace);
const sheets = await byClub(everySheet);

describe('layout holds', () => {
  const club = useBrowser();

  for (const [at, name] of namesOf(routes).entries()) {
    it(`on ${name}`, async () => {
      const others = ['standard', 'large', 'larger'] as const;
      const rows = everyRow(routes, name).filter(({ width, text }) => {
        const turn = at + widths.indexOf(width);
        return text === (turn % 2 === 0 ? 'giant' : others[turn % others.length]);
      });
      expect(await lookAtLayout(club, routes, name, rows)).toEqual({});
    });
  }
  const sheetRows = pairwise({ name: namesOf(sheets), width: widths, text: TEXTS, club: CLUBS });
  for (const name of namesOf(sheets)) {
    it(`on ${name}`, async () => {
      const rows = sheetRows.filter((row) => row.name === name);
      expect(await lookAtLayout(club, sheets, name, rows)).toEqual({});
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
