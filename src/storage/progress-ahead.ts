/** The places read, asked of the disk while the page that wants one is still on its way: its code has the rest (progress.ts). */
import { withRecords } from './database.ts';
import type { ProgressRecord } from './schema.ts';

let asked: Promise<readonly ProgressRecord[]> | null = null;

export function askProgressAhead(): void {
  asked = withRecords((records) => records.all('progress'));
}

/** Once; null where nobody asked, or where something has been noted since. */
export function takeProgressAhead(): Promise<readonly ProgressRecord[]> | null {
  const answer = asked;
  asked = null;
  return answer;
}
