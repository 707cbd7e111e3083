import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from './canonical-json.ts';
import { draftIssue, draftPiece, termId } from './fixture.ts';
import { mergeMonths, nextBase, type DraftMonth } from './merge-drafts.ts';
import type { DraftIssue } from './model.ts';

const PIECES = ['a', 'b', 'c', 'd'];
const piece = (id: string, title: string) => draftPiece({ id, title, tracks: [], blocks: [] });
const month = (
  pieces: Readonly<Record<string, string>>,
  more: Partial<DraftIssue> = {},
  isRemoved = false,
): DraftMonth => ({
  issue: draftIssue({ terms: [], pieces: Object.keys(pieces), ...more }),
  pieces: Object.fromEntries(Object.entries(pieces).map(([id, title]) => [id, piece(id, title)])),
  isRemoved,
});
const titles = ({ pieces }: DraftMonth) =>
  Object.fromEntries(Object.entries(pieces).map(([id, { title }]) => [id, title]));

describe('a month changed on two machines', () => {
  const base = month({ a: '早晨', b: '黄昏' });

  it('takes the piece the one changed and the piece the other changed', () => {
    const merged = mergeMonths(base, month({ a: '清早', b: '黄昏' }), month({ a: '早晨', b: '夜里' }));
    expect(merged.clashes).toEqual([]);
    expect(titles(merged.local)).toEqual({ a: '清早', b: '夜里' });
    expect(merged.shared).toEqual(merged.local);
  });

  it('keeps both where both changed the same piece, and finds them again next time', () => {
    const mine = month({ a: '清早', b: '黄昏' });
    const theirs = month({ a: '凌晨', b: '夜里' });
    const merged = mergeMonths(base, mine, theirs);
    expect(merged.clashes).toMatchObject([
      { kind: 'piece', id: 'a', mine: { title: '清早' }, theirs: { title: '凌晨' } },
    ]);
    expect(titles(merged.local)).toEqual({ a: '清早', b: '夜里' });
    expect(titles(merged.shared)).toEqual({ a: '凌晨', b: '夜里' });
    const again = mergeMonths(nextBase(base, merged.local, merged.shared), merged.local, merged.shared);
    expect(again).toEqual(merged);
  });

  it('takes fields, cards and reasons one by one', () => {
    const card = (id: string, explanation: string) => ({ id: termId(id), word: id, pinyin: id, explanation });
    const start = month({}, { title: '旧', summary: '旧', terms: [card('x', '旧')], reasons: {} });
    const mine = month(
      {},
      { title: '新', summary: '旧', terms: [card('x', '旧'), card('y', '新')], reasons: { r: '因为' } },
    );
    const theirs = month({}, { title: '旧', summary: '新', terms: [card('x', '新')], reasons: {} });
    const { local, clashes } = mergeMonths(start, mine, theirs);
    expect(clashes).toEqual([]);
    expect(local.issue).toMatchObject({ title: '新', summary: '新', reasons: { r: '因为' } });
    expect(local.issue.terms).toEqual([card('x', '新'), card('y', '新')]);
  });

  it('leaves a piece on the list that the one took off and the other worked on', () => {
    const mine = month({ a: '早晨', b: '黄昏' }, { pieces: ['a'] });
    const theirs = month({ a: '早晨', b: '夜里' });
    expect(mergeMonths(base, mine, theirs).local.issue.pieces).toEqual(['a', 'b']);
    expect(mergeMonths(base, theirs, mine).local.issue.pieces).toEqual(['a', 'b']);
    expect(mergeMonths(base, mine, base).local.issue.pieces).toEqual(['a']);
  });

  it('leaves a month on the queue that the one took off and the other worked on', () => {
    const gone = { ...base, isRemoved: true };
    const edited = month({ a: '清早', b: '黄昏' });
    expect(mergeMonths(base, gone, edited).local.isRemoved).toBe(false);
    expect(mergeMonths(base, edited, gone).shared.isRemoved).toBe(false);
    expect(mergeMonths(base, gone, base).shared.isRemoved).toBe(true);
    expect(mergeMonths(gone, base, gone).shared.isRemoved).toBe(false);
  });

  it('takes what was never on both for what each side has', () => {
    const merged = mergeMonths(
      null,
      month({ a: '早晨' }, { title: '' }),
      month({ b: '夜里' }, { title: '河' }),
    );
    expect(merged.clashes).toEqual([]);
    expect(merged.local.issue).toMatchObject({ title: '河' });
    expect(new Set(merged.local.issue.pieces)).toEqual(new Set(['a', 'b']));
  });

  it('asks when both put the pieces in another order', () => {
    const start = month({ a: '', b: '', c: '' });
    const mine = month({ b: '', a: '', c: '' });
    const theirs = month({ a: '', c: '', b: '' });
    const { local, shared, clashes } = mergeMonths(start, mine, theirs);
    expect(clashes).toMatchObject([{ kind: 'order' }]);
    expect([local.issue.pieces, shared.issue.pieces]).toEqual([
      ['b', 'a', 'c'],
      ['a', 'c', 'b'],
    ]);
  });
});

const word = fc.constantFrom('', '一', '二', '三');
const anyMonth: fc.Arbitrary<DraftMonth> = fc
  .record({
    pieces: fc.dictionary(fc.constantFrom(...PIECES), word, { maxKeys: 4, noNullPrototype: true }),
    listed: fc.shuffledSubarray(PIECES),
    title: word,
    summary: word,
    alt: word,
    terms: fc.dictionary(fc.constantFrom('x', 'y'), word, { noNullPrototype: true }),
    reasons: fc.dictionary(fc.constantFrom('p', 'q'), word, { noNullPrototype: true }),
    isRemoved: fc.boolean(),
  })
  .map(({ pieces, listed, title, summary, alt, terms, reasons, isRemoved }) =>
    month(
      pieces,
      {
        pieces: listed.filter((id) => Object.hasOwn(pieces, id)),
        title,
        summary,
        cover: { drawing: null, bitmap: null, alt },
        terms: Object.entries(terms).map(([id, explanation]) => ({
          id: termId(id),
          word: id,
          pinyin: '',
          explanation,
        })),
        reasons,
      },
      isRemoved,
    ),
  );
const anyBase = fc.option(anyMonth, { nil: null });

/** Everything a person can have written, each under the name of its part. */
function parts({ issue, pieces }: DraftMonth): ReadonlyMap<string, unknown> {
  const { title, summary, cover, session, release, terms, reasons } = issue;
  return new Map<string, unknown>([
    ...Object.entries({ title, summary, cover, session, release }).map(
      ([id, value]) => [`field ${id}`, value] as const,
    ),
    ...terms.map((term) => [`term ${term.id}`, term] as const),
    ...Object.entries(reasons).map(([id, reason]) => [`reason ${id}`, reason] as const),
    ...Object.entries(pieces).map(([id, value]) => [`piece ${id}`, value] as const),
  ]);
}

describe('whatever two machines do', () => {
  it('no edit of either side disappears: it is in both, or both are there to be chosen from', () => {
    fc.assert(
      fc.property(anyBase, anyMonth, anyMonth, (base, mine, theirs) => {
        const { local, shared, clashes } = mergeMonths(base, mine, theirs);
        const clashing = new Set(clashes.map(({ kind, id }) => `${kind} ${id}`));
        const before = base === null ? new Map<string, unknown>() : parts(base);
        for (const [side, other] of [
          [mine, parts(theirs)],
          [theirs, parts(mine)],
        ] as const) {
          for (const [name, value] of parts(side)) {
            if (before.has(name) && isSame(before.get(name), value)) continue;
            const isEverywhere =
              isSame(parts(local).get(name), value) && isSame(parts(shared).get(name), value);
            // A month nobody had before begins empty: an empty field is nobody's edit.
            const isEmptyField =
              base === null && name.startsWith('field ') && isSame(parts(shared).get(name), other.get(name));
            expect(isEverywhere || clashing.has(name) || isEmptyField).toBe(true);
          }
        }
        for (const { kind, id, mine: ours, theirs: others } of clashes) {
          if (kind === 'order' || kind === 'field') continue;
          expect(parts(local).get(`${kind} ${id}`)).toEqual(ours);
          expect(parts(shared).get(`${kind} ${id}`)).toEqual(others);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a piece somebody worked on stays on the list it stood on', () => {
    fc.assert(
      fc.property(anyMonth, anyMonth, anyMonth, (base, mine, theirs) => {
        const { local, shared } = mergeMonths(base, mine, theirs);
        for (const side of [mine, theirs]) {
          for (const id of side.issue.pieces) {
            if (isSame(side.pieces[id], base.pieces[id])) continue;
            expect(local.issue.pieces).toContain(id);
            expect(shared.issue.pieces).toContain(id);
          }
        }
        for (const { issue, pieces } of [local, shared]) {
          expect(new Set(issue.pieces).size).toBe(issue.pieces.length);
          for (const id of issue.pieces) expect(pieces[id]).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('once merged there is nothing left to merge but the clashes', () => {
    fc.assert(
      fc.property(anyBase, anyMonth, anyMonth, (base, mine, theirs) => {
        const { local, shared, clashes } = mergeMonths(base, mine, theirs);
        const again = mergeMonths(nextBase(base, local, shared), local, shared);
        expect(again.local).toEqual(local);
        expect(again.shared).toEqual(shared);
        expect(again.clashes).toHaveLength(clashes.length);
        expect(clashes.length > 0 || isSame(local, shared)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a hub that was told while the month stayed open here loses nothing of it later', () => {
    fc.assert(
      fc.property(anyBase, anyMonth, anyMonth, (base, mine, theirs) => {
        const now = mergeMonths(base, mine, theirs);
        // The hub has the merge, this machine still shows its own.
        const later = mergeMonths(nextBase(base, mine, now.shared), mine, now.shared);
        expect(later.shared.pieces).toEqual(now.shared.pieces);
        expect(later.local.pieces).toEqual(now.local.pieces);
        expect(later.local.issue.title).toBe(now.local.issue.title);
      }),
      { numRuns: 500 },
    );
  });
});
