/** How far this tablet's reader is in each piece. */
import { withRecords } from './database.ts';
import { forgetPlace, lastPlace, rememberPlace } from './last-place.ts';
import { takeProgressAhead } from './progress-ahead.ts';
import type { ProgressRecord } from './schema.ts';

export type Progress = ProgressRecord;

export async function readProgress(issue: string, piece: string): Promise<Progress | undefined> {
  return (await allProgress()).find((one) => one.issue === issue && one.piece === piece);
}

/** The place is remembered when this returns, also if the page ends with it; the promise is for the whole list. */
export async function saveProgress(progress: Omit<Progress, 'updatedMs'>): Promise<void> {
  const before = lastPlace();
  const record = notePlace(progress);
  await withRecords((records) => records.put('progress', record));
  if (before === null || isOfSamePiece(before, record)) return;
  // Noted when its page was left, and perhaps nowhere else.
  await withRecords((records) =>
    records.change('progress', [before.issue, before.piece], (kept) =>
      kept && kept.updatedMs > before.updatedMs ? null : before,
    ),
  );
}

/**
 * For a page that is being left: nothing is begun in the database. WebKit's page cache puts a page to sleep in the middle of what
 * it writes, and until it wakes no other page can read there.
 */
export function notePlace(progress: Omit<Progress, 'updatedMs'>): Progress {
  const record = { ...progress, updatedMs: Date.now() };
  rememberPlace(record);
  takeProgressAhead();
  return record;
}

/** What of it is not in the database. */
export function forgetPlaces(): void {
  forgetPlace();
  takeProgressAhead();
}

/** Longer, nobody waits to read on: a page asleep may hold the list. Where they were last is known without it. */
const PATIENCE_MS = 1500;

/** Most recent first. */
export async function allProgress(): Promise<readonly Progress[]> {
  const asked = takeProgressAhead() ?? withRecords((records) => records.all('progress'));
  const kept = await Promise.race([asked, nothingInTime()]);
  const last = lastPlace();
  if (last === null) return kept.toSorted(byRecency);
  const others = kept.filter((one) => !isOfSamePiece(one, last));
  const same = kept.find((one) => isOfSamePiece(one, last));
  return [...others, same && same.updatedMs > last.updatedMs ? same : last].toSorted(byRecency);
}

const nothingInTime = (): Promise<readonly Progress[]> =>
  new Promise((resolve) => void setTimeout(() => resolve([]), PATIENCE_MS));

const isOfSamePiece = (a: Progress, b: Progress): boolean => a.issue === b.issue && a.piece === b.piece;

const byRecency = (a: Progress, b: Progress): number => b.updatedMs - a.updatedMs;
