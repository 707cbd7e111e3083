/** How far this tablet's reader is in each piece. */
import { withRecords } from './database.ts';
import { forgetPlace, lastPlace, rememberPlace } from './last-place.ts';
import type { ProgressRecord } from './schema.ts';

export type Progress = ProgressRecord;

let ahead: { readonly place: string; readonly answer: Promise<Progress | undefined> } | null = null;

/** For a page that is on its way: its first `readProgress` of this piece gets this answer, instead of waiting for the disk again. */
export function readProgressAhead(issue: string, piece: string): Promise<Progress | undefined> {
  ahead = { place: `${issue}/${piece}`, answer: findProgress(issue, piece) };
  return ahead.answer;
}

export function readProgress(issue: string, piece: string): Promise<Progress | undefined> {
  const known = ahead?.place === `${issue}/${piece}` ? ahead.answer : null;
  ahead = null;
  return known ?? findProgress(issue, piece);
}

async function findProgress(issue: string, piece: string): Promise<Progress | undefined> {
  return (await allProgress()).find((one) => one.issue === issue && one.piece === piece);
}

/** The place is remembered when this returns, also if the page ends with it; the promise is for the whole list. */
export function saveProgress(progress: Omit<Progress, 'updatedMs'>): Promise<void> {
  const record = { ...progress, updatedMs: Date.now() };
  rememberPlace(record);
  ahead = null;
  return withRecords((records) => records.put('progress', record));
}

/** What of it is not in the database. */
export function forgetPlaces(): void {
  forgetPlace();
  ahead = null;
}

/** Most recent first. */
export async function allProgress(): Promise<readonly Progress[]> {
  const kept = await withRecords((records) => records.all('progress'));
  const last = lastPlace();
  if (last === null) return kept.toSorted(byRecency);
  const others = kept.filter((one) => one.issue !== last.issue || one.piece !== last.piece);
  const same = kept.find((one) => one.issue === last.issue && one.piece === last.piece);
  return [...others, same && same.updatedMs > last.updatedMs ? same : last].toSorted(byRecency);
}

const byRecency = (a: Progress, b: Progress): number => b.updatedMs - a.updatedMs;
