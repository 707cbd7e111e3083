/** The page's half of the census (`install/census.ts`): in localStorage, which fails in other ways than IndexedDB. */
import * as v from 'valibot';
import { CENSUS_KEY } from '../storage/census-places.ts';

const CensusSchema = v.array(v.string());

export function readPageCensus(): readonly string[] {
  try {
    return v.parse(CensusSchema, JSON.parse(localStorage.getItem(CENSUS_KEY) ?? '[]'));
  } catch {
    return [];
  }
}

export function writePageCensus(issues: readonly string[]): void {
  try {
    localStorage.setItem(CENSUS_KEY, JSON.stringify(issues));
  } catch {
    // The worker's own file is the other half.
  }
}
