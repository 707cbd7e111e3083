/** What is newer on the hub into a month that is open here, when the person who works on it says so. */
import { isSame } from '../../../../authoring/draft/canonical-json.ts';
import { mergeMonths, type DraftMonth } from '../../../../authoring/draft/merge-drafts.ts';
import { readSync } from '../../../../storage/drafts/draft-sync.ts';
import type { Month } from '../month.ts';
import { byPieceId, parseMonth } from './month-document.ts';
import { askSync } from './sync-state.ts';

export const openMonthNow = (month: Month): DraftMonth => ({
  issue: month.issue.peek(),
  pieces: byPieceId([...month.knownPieces()].flatMap((id) => month.piece(id)?.peek() ?? [])),
  isRemoved: false,
});

/** What each side has; null where this machine and the hub never met. */
export async function sidesOf(
  month: Month,
): Promise<{ readonly base: DraftMonth; readonly hub: DraftMonth } | null> {
  const record = await readSync(month.id);
  return record && { base: parseMonth(record.base), hub: parseMonth(record.hub ?? record.base) };
}

/** Pieces that get another content are kept among the earlier versions first. */
export async function putIntoOpen(month: Month, next: DraftMonth): Promise<void> {
  const changed = Object.values(next.pieces).filter((piece) => !isSame(piece, month.piece(piece.id)?.peek()));
  for (const { id } of changed) await month.keepVersion(id, 'replaced');
  month.replace(next.issue, changed);
  await month.flush();
}

export async function takeNewer(month: Month): Promise<void> {
  await month.flush();
  const sides = await sidesOf(month);
  if (sides === null) return;
  await putIntoOpen(month, mergeMonths(sides.base, openMonthNow(month), sides.hub).local);
  askSync({ ask: 'look' });
}
