/** Every route and everything that opens over a page, at every width in every text size. */
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { everyPlace, everySheet } from '../support/places.ts';
import { byClub, everyRow, lookAtLayout, namesOf, type PlacesByClub } from './layout-looks.ts';

const routes = await byClub(everyPlace);
const sheets = await byClub(everySheet);

describe('layout holds, whole matrix', () => {
  const club = useBrowser();

  async function wrongIn(places: PlacesByClub): Promise<Readonly<Record<string, unknown>>> {
    const found: Record<string, unknown> = {};
    for (const name of namesOf(places)) {
      const wrong = await lookAtLayout(club, places, name, everyRow(places, name));
      if (Object.keys(wrong).length > 0) found[name] = wrong;
    }
    return found;
  }

  it('on every route', async () => {
    expect(await wrongIn(routes)).toEqual({});
  });

  it('on everything that opens over a page', async () => {
    expect(await wrongIn(sheets)).toEqual({});
  });
});
