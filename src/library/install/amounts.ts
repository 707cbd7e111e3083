/** How much of each month on the list is here, also of those that do not move just now. */
import type { InstallRecord } from '../../storage/schema.ts';
import type { Amount } from '../library.ts';
import { blobsOf } from './install-issue.ts';
import type { Journal } from './journal.ts';
import { verifiedBytes } from './tally.ts';

export function createAmounts(journal: Journal) {
  const amounts = new Map<string, Amount>();

  async function countUp({ issue, manifest }: InstallRecord): Promise<void> {
    if (amounts.has(issue)) return;
    const blobs = await blobsOf(manifest, journal).catch(() => []);
    if (blobs.length <= 1) return;
    const records = await journal.blobs(blobs.map(({ sha256 }) => sha256));
    amounts.set(issue, {
      doneBytes: blobs.reduce((sum, { sha256, size }) => sum + verifiedBytes(size, records.get(sha256)), 0),
      totalBytes: blobs.reduce((sum, { size }) => sum + size, 0),
    });
  }

  return {
    note: (issue: string, { doneBytes, totalBytes }: Amount) =>
      void amounts.set(issue, { doneBytes, totalBytes }),
    forget: (issue: string) => void amounts.delete(issue),
    forgetAll: () => amounts.clear(),
    /** Counts from the journal what is not known yet: once a month, not at every question. */
    async of(installs: readonly InstallRecord[]): Promise<ReadonlyMap<string, Amount>> {
      for (const record of installs) await countUp(record);
      return amounts;
    },
  };
}
