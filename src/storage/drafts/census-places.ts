import { forgetNoted } from '../forget-noted.ts';

/** Where it stands, outside the database, which drafts there are (features/studio/shared/draft-census.ts). */
export const CENSUS_KEY = 'same-page.draft-census';
export const CENSUS_FILE = 'draft-census.json';

/** Whether this machine has drafts, without waiting for the database. */
export function hasDrafts(): boolean {
  try {
    return !['', '[]'].includes(localStorage.getItem(CENSUS_KEY) ?? '');
  } catch {
    return false;
  }
}

/** With the drafts themselves: otherwise the studio would say that the browser had lost them. */
export const eraseCensus = (): Promise<void> => forgetNoted(CENSUS_KEY, CENSUS_FILE);
