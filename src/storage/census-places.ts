/**
 * Where it is written which months were here (src/library/install/census.ts, page-census.ts): outside the database, so that
 * losing that is noticed. What a person erases is not lost.
 */
export const CENSUS_KEY = 'same-page.census';
export const CENSUS_FILE = 'census.json';

export async function forgetCensus(): Promise<void> {
  try {
    localStorage.removeItem(CENSUS_KEY);
  } catch {
    // Then none was ever written here.
  }
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  await root?.removeEntry(CENSUS_FILE).catch(() => undefined);
}
