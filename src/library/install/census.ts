/**
 * Which months were here, written down outside the database: a database that was lost opens as an empty one and says
 * nothing. In a small private file, beside what pages keep in localStorage.
 */
import * as v from 'valibot';
import { CENSUS_FILE } from '../../storage/census-places.ts';
import { canOpenSync } from '../../storage/media/opfs-files.ts';

export const CensusSchema = v.object({ version: v.literal(1), issues: v.array(v.string()) });

/** What both places say; one of them may have been lost too. */
export async function readCensus(fromPage: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set([...fromPage, ...(await readFile())]);
}

async function readFile(): Promise<readonly string[]> {
  try {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(CENSUS_FILE)).getFile();
    return v.parse(CensusSchema, JSON.parse(await file.text())).issues;
  } catch {
    // No private files here, or none yet, or damaged: the page's own list stands.
    return [];
  }
}

export async function writeCensus(issues: readonly string[]): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(CENSUS_FILE, { create: true });
    if (!canOpenSync(handle)) return;
    const access = await handle.createSyncAccessHandle();
    try {
      const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, issues }));
      access.truncate(0);
      access.write(bytes, { at: 0 });
      access.flush();
    } finally {
      access.close();
    }
  } catch {
    // The page's own list is the other half.
  }
}
