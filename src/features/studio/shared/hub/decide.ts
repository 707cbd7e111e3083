/** What a person decides about parts that were changed here and on the hub, in a month that is open here. */
import { chooseSide, keepBoth } from '../../../../authoring/draft/choose-side.ts';
import { mergeMonths, type Clash } from '../../../../authoring/draft/merge-drafts.ts';
import { readSync, putSync } from '../../../../storage/drafts/draft-sync.ts';
import type { Month } from '../month.ts';
import { withRecord } from './record-lock.ts';
import { askSync } from './sync-state.ts';
import { openMonthNow, putIntoOpen, sidesOf } from './take-newer.ts';

export type Decision =
  | { readonly keep: 'mine' | 'theirs' }
  /** @param title What the second copy of the piece is called. */
  | { readonly keep: 'both'; readonly title: string };

export async function clashesOf(month: Month): Promise<readonly Clash[]> {
  const sides = await sidesOf(month);
  return sides === null ? [] : mergeMonths(sides.base, openMonthNow(month), sides.hub).clashes;
}

/** This machine's part is on disk before the other counts as agreed: closed in between, the question comes again and nothing is lost. */
export async function decide(month: Month, asked: Clash, decision: Decision): Promise<void> {
  await withRecord(month.id, async () => {
    const sides = await sidesOf(month);
    if (sides === null) return;
    const now = openMonthNow(month);
    // As it is now: what was on the screen may have been overtaken, then it is asked again.
    const clash = mergeMonths(sides.base, now, sides.hub).clashes.find(
      ({ kind, id }) => kind === asked.kind && id === asked.id,
    );
    if (!clash) return;
    const before = { local: now, base: sides.base };
    const chosen =
      decision.keep !== 'both'
        ? chooseSide(clash, decision.keep, before)
        : clash.kind === 'piece'
          ? keepBoth(clash, decision.title, before)
          : before;
    // What is given up here stays among the piece's earlier versions.
    if (clash.kind === 'piece') await month.keepVersion(clash.id, 'replaced');
    await putIntoOpen(month, chosen.local);
    const record = await readSync(month.id);
    if (record !== null)
      await putSync({ ...record, base: JSON.stringify(chosen.base), hub: JSON.stringify(sides.hub) });
  });
  askSync({ ask: 'look' });
}
