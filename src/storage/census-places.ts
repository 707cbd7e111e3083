import { forgetNoted } from './forget-noted.ts';

/**
 * Where it is written which months were here (src/library/install/census.ts, page-census.ts): outside the database, so that
 * losing that is noticed. What a person erases is not lost.
 */
export const CENSUS_KEY = 'same-page.census';
export const CENSUS_FILE = 'census.json';

export const forgetCensus = (): Promise<void> => forgetNoted(CENSUS_KEY, CENSUS_FILE);
