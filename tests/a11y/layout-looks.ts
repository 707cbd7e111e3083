/** Looks at pages one after another, dressed alike, and says what of numbers.md does not hold. */
import { inject } from 'vitest';
import type { useBrowser } from '../support/browser.ts';
import { lookForLayoutAtWidths, TEXTS, visit, WIDTHS } from '../support/look-at.ts';
import { whole } from '../support/matrix.ts';
import type { everyPlace, Place } from '../support/places.ts';

export const CLUBS = ['silent-world', 'new-sisters'] as const;
export const widths = Object.keys(WIDTHS);

export interface Row {
  readonly width: string;
  readonly text: (typeof TEXTS)[number];
  readonly club: string;
}
export type PlacesByClub = ReadonlyMap<string, readonly Place[]>;

export async function byClub(list: typeof everyPlace): Promise<PlacesByClub> {
  const hub = inject('hubUrl');
  return new Map(await Promise.all(CLUBS.map(async (club) => [club, await list(hub, club)] as const)));
}

export const namesOf = (places: PlacesByClub): readonly string[] => [
  ...new Set([...places.values()].flat().map(({ name }) => name)),
];

/** Every width in every text size; each club sees each width and each size. A place one club does not have is looked at in the other. */
export function everyRow(places: PlacesByClub, name: string): readonly Row[] {
  const having = CLUBS.filter((club) => places.get(club)?.some((place) => place.name === name));
  return whole({ width: widths, text: TEXTS }).map((row, index) => ({
    ...row,
    club: having[(index + Math.floor(index / TEXTS.length)) % having.length] ?? 'silent-world',
  }));
}

/** By dress, what is wrong; empty where all holds. What lies over a page is opened anew at each width, a page is turned. */
export async function lookAtLayout(
  browser: ReturnType<typeof useBrowser>,
  places: PlacesByClub,
  name: string,
  rows: readonly Row[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { page, context } = await browser.tablet();
  await page.goto(browser.url('/favicon.svg'));
  const found: Record<string, readonly string[]> = {};
  let before: Row | undefined;
  for (const row of [...rows].sort((one, other) => keyOf(one).localeCompare(keyOf(other)))) {
    const { width, text, club } = row;
    const place = places.get(club)?.find((one) => one.name === name);
    if (!place) continue;
    const isOpen = before !== undefined && keyOf(before) === keyOf(row) && place.open === undefined;
    if (!isOpen) {
      await page.setViewportSize(WIDTHS[width] ?? WIDTHS.landscape);
      await visit(page, inject('hubUrl'), place, { text, club });
    }
    before = row;
    const problems = (await lookForLayoutAtWidths(page, [width]))[width];
    if (problems) found[`${width} · ${text} · ${club}`] = problems;
  }
  await context.close();
  return found;
}

const keyOf = ({ text, club }: Row): string => `${text} ${club}`;
