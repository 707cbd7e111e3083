/** Which months a tablet fetches by itself, and which it would offer to let go. Never removes anything. */
import type { Catalogue } from '../../core/shelf/catalogue.ts';

type Entry = Catalogue['issues'][number];

/** Of the months before this one. */
const KEPT_BEFORE = 3;

/**
 * `2026-11`. A tablet's clock may be a year behind: it cannot be earlier than the signature. One that is ahead only makes
 * months look older, and the newest are kept whatever their age.
 */
export function currentMonth(catalogue: Pick<Catalogue, 'issued'>, today: string): string {
  const clock = today.slice(0, 7);
  const signed = catalogue.issued.slice(0, 7);
  return clock > signed ? clock : signed;
}

/** This month, then the next, then the last three before it, newest first. */
export function wantedIssues(catalogue: Catalogue, club: string | null, today: string): readonly Entry[] {
  if (club === null) return [];
  const month = currentMonth(catalogue, today);
  const own = catalogue.issues
    .filter((issue) => issue.club === club && !catalogue.withdrawn.includes(issue.id))
    .sort((a, b) => b.month.localeCompare(a.month));
  const now = own.filter((issue) => issue.month === month);
  const next = own.filter((issue) => issue.month > month).slice(-1);
  const before = own.filter((issue) => issue.month < month).slice(0, KEPT_BEFORE);
  return [...now, ...next, ...before];
}

/** What could go when the tablet is full: oldest first, never the month in use nor what comes. */
export function removable(
  stored: readonly { readonly issue: string; readonly month: string }[],
  month: string,
): readonly string[] {
  const newest = stored.reduce((latest, one) => (one.month > latest ? one.month : latest), '');
  // With a clock that is ahead no month is this one: the newest there is counts as in use.
  const inUse = newest < month ? newest : month;
  return stored
    .filter((one) => one.month < inUse)
    .sort((a, b) => a.month.localeCompare(b.month))
    .map(({ issue }) => issue);
}
