/**
 * What the journal must say of a month, by the month's own record. The record is written first: a hub killed before the line was added
 * finds by it, when it starts again, what nobody has written down yet.
 */
import type { ReleasePlan } from '../../core/release/release-view.ts';
import type { Journal, NewEntry } from './journal.ts';
import type { ReleaseRecord } from './release-record.ts';

type Facts = Pick<ReleaseRecord, 'issue' | 'club' | 'title'>;

export const entryOf = (
  { issue, club, title }: Facts,
  { id, by }: Pick<ReleasePlan, 'id' | 'by'>,
  what: NewEntry['what'],
  at: string,
): NewEntry => ({ at, what, id, issue, club, title, by });

function linesOf(record: ReleaseRecord): readonly NewEntry[] {
  const { plan, ended } = record;
  const lines: NewEntry[] = [];
  if (ended !== undefined) lines.push(entryOf(record, ended, ended.what, ended.at));
  // A withdrawal is done at once, and said when it is.
  if (plan?.kind === 'release')
    lines.push({ ...entryOf(record, plan, 'planned', plan.madeAt), due: plan.at });
  return lines;
}

/** Those it has already are not added again. */
export async function writeLines(record: ReleaseRecord | null, journal: Journal): Promise<void> {
  if (record === null) return;
  for (const line of linesOf(record)) await journal.append(line);
}
