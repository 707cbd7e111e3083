import { describe, expect, it } from 'vitest';
import { chooseSide, keepBoth } from './choose-side.ts';
import { draftIssue, draftPiece, termId } from './fixture.ts';
import { mergeMonths, nextBase, type Clash, type DraftMonth } from './merge-drafts.ts';
import type { DraftIssue } from './model.ts';

const month = (title: string, more: Partial<DraftIssue> = {}): DraftMonth => ({
  issue: draftIssue({ title: '河', terms: [], pieces: ['a'], ...more }),
  pieces: { a: draftPiece({ id: 'a', title }) },
  isRemoved: false,
});

/** Both changed; the clash, and how things stand after the merge. */
function clashing(base: DraftMonth, mine: DraftMonth, theirs: DraftMonth) {
  const { local, shared, clashes } = mergeMonths(base, mine, theirs);
  const [clash] = clashes;
  if (!clash) throw new Error('No clash');
  return { clash, now: { local, base: nextBase(base, local, shared) }, hub: shared };
}

const card = (explanation: string) => [{ id: termId('x'), word: 'x', pinyin: 'x', explanation }];
const cases: readonly (readonly [string, DraftMonth, DraftMonth, DraftMonth])[] = [
  ['piece', month('早晨'), month('清早'), month('凌晨')],
  ['field', month(''), month('', { title: '桥' }), month('', { title: '船' })],
  ['term', month('', { terms: card('0') }), month('', { terms: card('1') }), month('', { terms: card('2') })],
  [
    'reason',
    month('', { reasons: { r: '0' } }),
    month('', { reasons: { r: '1' } }),
    month('', { reasons: { r: '2' } }),
  ],
];

describe('choosing between two', () => {
  it.each(cases)('%s: mine goes to the hub, and nothing is asked again', (_kind, base, mine, theirs) => {
    const { clash, now, hub } = clashing(base, mine, theirs);
    const chosen = chooseSide(clash, 'mine', now);
    const after = mergeMonths(chosen.base, chosen.local, hub);
    expect(after.clashes).toEqual([]);
    expect(after.shared).toEqual(now.local);
  });

  it.each(cases)('%s: theirs comes here, and nothing is asked again', (_kind, base, mine, theirs) => {
    const { clash, now, hub } = clashing(base, mine, theirs);
    const chosen = chooseSide(clash, 'theirs', now);
    const after = mergeMonths(chosen.base, chosen.local, hub);
    expect(after.clashes).toEqual([]);
    expect(after.local).toEqual(hub);
    expect(after.shared).toEqual(hub);
  });

  it('what the hub gets meanwhile is asked about again, and never written over', () => {
    const { clash, now } = clashing(month('早晨'), month('清早'), month('凌晨'));
    const chosen = chooseSide(clash, 'mine', now);
    expect(mergeMonths(chosen.base, chosen.local, month('午夜')).clashes).toHaveLength(1);
  });

  it('both: theirs in its place, mine behind it', () => {
    const { clash, now, hub } = clashing(month('早晨'), month('清早'), month('凌晨'));
    const isPiece = (one: Clash): one is Extract<Clash, { kind: 'piece' }> => one.kind === 'piece';
    if (!isPiece(clash)) throw new Error('No piece');
    const chosen = keepBoth(clash, '清早（另一份）', now);
    const after = mergeMonths(chosen.base, chosen.local, hub);
    expect(after.clashes).toEqual([]);
    expect(after.shared.issue.pieces).toEqual(['a', 'a-2']);
    expect(after.shared.pieces).toMatchObject({
      a: { title: '凌晨' },
      'a-2': { id: 'a-2', title: '清早（另一份）' },
    });
  });
});
