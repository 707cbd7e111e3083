/** Things members do at the start of many journeys. */
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { piecesOnShelf } from './places.ts';

export const MONTH = '2026-11';

/** Address of the first piece of a kind in the club's current month. */
export async function pathOf(kind: string, club = 'silent-world'): Promise<string> {
  const issue = `${MONTH}-${club}`;
  const found = (await piecesOnShelf(inject('hubUrl'))).find(
    (entry) => entry.issue === issue && entry.kind === kind,
  );
  if (!found) throw new Error(`The starter has no ${kind} for ${club}`);
  return `/read/${issue}/${found.piece}`;
}

export async function storedSettings(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('same-page.settings') ?? '{}'));
}
