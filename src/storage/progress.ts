/** How far this tablet's reader is in each piece. */
import { withRecords } from './database.ts';
import type { ProgressRecord } from './schema.ts';

export type Progress = ProgressRecord;

export function readProgress(issue: string, piece: string): Promise<Progress | undefined> {
  return withRecords((records) => records.get('progress', [issue, piece]));
}

export function saveProgress(progress: Omit<Progress, 'updatedMs'>): Promise<void> {
  return withRecords((records) => records.put('progress', { ...progress, updatedMs: Date.now() }));
}

/** Most recent first. */
export async function allProgress(): Promise<readonly Progress[]> {
  const all = await withRecords((records) => records.all('progress'));
  return all.sort((a, b) => b.updatedMs - a.updatedMs);
}
