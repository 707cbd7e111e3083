/** The page's half of the census (`install/census.ts`): in localStorage, which fails in other ways than IndexedDB. */
import * as v from 'valibot';

const KEY = 'same-page.census';
const CensusSchema = v.array(v.string());

export function readPageCensus(): readonly string[] {
  try {
    return v.parse(CensusSchema, JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

export function writePageCensus(issues: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(issues));
  } catch {
    // The worker's own file is the other half.
  }
}
