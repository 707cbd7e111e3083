/** What is whole on this tablet, read straight from the database: no worker needed, so it is there at once. */
import { newestFirst } from './days.ts';
import { withRecords } from '../storage/database.ts';
import type { InstalledRecord } from '../storage/schema.ts';
import type { StoredIssue } from './library.ts';

export async function installedIssues(): Promise<readonly InstalledRecord[]> {
  const all = await withRecords((records) => records.all('installed'));
  // One spoilt record takes no other month away; the installer then takes it out (`install/sound-records.ts`).
  return all.filter(({ blobs, missing, summary, manifest }) =>
    Boolean(Array.isArray(blobs) && Array.isArray(missing) && summary && manifest),
  );
}

/** Newest month first. */
export async function storedIssues(): Promise<readonly StoredIssue[]> {
  const installed = await installedIssues();
  return installed
    .map(({ summary, sizeBytes, installedMs, verifiedMs }) => ({
      summary,
      sizeBytes,
      installedMs,
      verifiedMs,
    }))
    .sort((a, b) => newestFirst(a.summary.month, b.summary.month));
}
