import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DraftPieceSchema, sentencesOfPiece, type DraftPiece } from '../../../../authoring/draft/model.ts';
import {
  changeKind,
  editText,
  joinWithPrevious,
  leaveList,
  moveBlock,
  pasteBlocks,
  removeBlock,
  splitBlock,
} from './block-edits.ts';
import type { BlockKind } from './block-lines.ts';
import { countingIds, pieceOf, shown } from './fixture.ts';
import { mergeAt, splitAt } from './sentence-edits.ts';

const newId = countingIds;

describe('Enter', () => {
  it('begins a new paragraph at the caret, every sentence keeping its id', () =>
    expect(shown(splitBlock(pieceOf([['paragraph', '他走了。|天黑了。']]), 0, 4, newId()))).toEqual([
      'paragraph s1:他走了。',
      'paragraph s2:天黑了。',
    ]));
  it('at a heading’s end begins a paragraph, at its front makes room above', () => {
    const piece = pieceOf([['heading', '早上']]);
    expect(shown(splitBlock(piece, 0, 2, newId()))).toEqual(['heading s1:早上', 'paragraph']);
    expect(shown(splitBlock(piece, 0, 0, newId()))).toEqual(['paragraph', 'heading s1:早上']);
  });
  it('in a list begins an item, on an empty last one ends the list', () => {
    const list = splitBlock(pieceOf([['list', '苹果/梨']]), 0, 4, newId());
    expect(shown(list)).toEqual(['list s1:苹果/s2:梨/']);
    expect(shown(leaveList(list, 0))).toEqual(['list s1:苹果/s2:梨', 'paragraph']);
  });
});

describe('Backspace at the front', () => {
  it('joins the paragraphs, sentences and plain versions in order', () =>
    expect(
      shown(
        joinWithPrevious(
          pieceOf([
            ['paragraph', '他走了。', '走了。'],
            ['paragraph', '天黑了。', '黑了。'],
          ]),
          1,
        ),
      ),
    ).toEqual(['paragraph s1:他走了。|s3:天黑了。 [s2:走了。|s4:黑了。]']));
  it('takes away an empty paragraph, and never a picture', () => {
    expect(
      shown(
        joinWithPrevious(
          pieceOf([
            ['figure', ''],
            ['paragraph', ''],
          ]),
          1,
        ),
      ),
    ).toEqual(['figure']);
    const behind = pieceOf([
      ['figure', ''],
      ['paragraph', '他走了。'],
    ]);
    expect(joinWithPrevious(behind, 1)).toBe(behind);
  });
  it('lets the first item of a list join what stands before it', () =>
    expect(
      shown(
        joinWithPrevious(
          pieceOf([
            ['paragraph', '要带：'],
            ['list', '水/帽子'],
          ]),
          1,
        ),
      ),
    ).toEqual(['paragraph s1:要带：|s2:水', 'list s3:帽子']));
});

describe('what a block is', () => {
  it('may be changed and changed back, list and paragraphs included', () => {
    const piece = pieceOf([['list', '水/帽子']]);
    const paragraphs = changeKind(piece, 0, 'paragraph');
    expect(shown(paragraphs)).toEqual(['paragraph s1:水', 'paragraph s2:帽子']);
    expect(shown(changeKind(paragraphs, 0, 'bullets'))).toEqual(['list s1:水', 'paragraph s2:帽子']);
    expect(shown(changeKind(pieceOf([['paragraph', '早上']]), 0, 'heading3'))).toEqual(['heading s1:早上']);
  });
});

describe('pasting', () => {
  const pasted = pieceOf([
    ['heading', '早上'],
    ['paragraph', '起床。'],
  ]).blocks;
  it('puts blocks in at the caret, cutting the paragraph there', () =>
    expect(shown(pasteBlocks(pieceOf([['paragraph', '甲。|乙。']]), 0, 2, pasted, newId()).piece)).toEqual([
      'paragraph s1:甲。',
      'heading s1:早上',
      'paragraph s2:起床。',
      'paragraph s2:乙。',
    ]));
  it('replaces an empty block', () =>
    expect(pasteBlocks(pieceOf([['paragraph', '']]), 0, 0, pasted, newId())).toMatchObject({ last: 1 }));
});

it('moving puts a block where it is wanted, and no further than the ends', () => {
  const piece = pieceOf([
    ['paragraph', '一'],
    ['paragraph', '二'],
    ['paragraph', '三'],
  ]);
  expect(shown(moveBlock(piece, 0, 2))).toEqual(['paragraph s2:二', 'paragraph s3:三', 'paragraph s1:一']);
  expect(moveBlock(piece, 0, -1)).toBe(piece);
});

describe('sentences', () => {
  const at = (place: number) => ({ index: 0, part: 'main' as const, at: place });
  it('split at the caret and merge again where it stands between two', () => {
    const piece = pieceOf([['paragraph', '他走了，天黑了。|再见。']]);
    const split = splitAt(piece, at(4), newId());
    expect(shown(split)).toEqual(['paragraph s1:他走了，|n1:天黑了。|s2:再见。']);
    expect(shown(mergeAt(split, at(4)))).toEqual(shown(piece));
  });
  it('merging carries the tap of the second away', () => {
    const track = {
      id: 'csl',
      kind: 'sign',
      language: 'csl',
      title: '',
      performer: '',
      media: null,
      consent: false,
    } as const;
    const piece = pieceOf([['paragraph', '他走了。|天黑了。']]);
    const ids = sentencesOfPiece(piece).map(({ id }) => id);
    const marks = ids.map((sentence, index) => ({ sentence, start: index }));
    const merged = mergeAt({ ...piece, tracks: [{ ...track, marks }] }, at(1));
    expect(merged.tracks[0]?.marks).toEqual([{ sentence: 's1', start: 0 }]);
  });
});

describe('whatever is done in whatever order', () => {
  const kinds: BlockKind[] = ['paragraph', 'heading2', 'heading3', 'quotation', 'bullets', 'numbers'];
  const act = fc.record({
    act: fc.nat(8),
    block: fc.nat(4),
    at: fc.nat(14),
    text: fc.constantFrom('他走了。', '天黑了！再见', '', '苹果\n梨', 'A b.'),
  });
  const blocks = fc.array(
    fc.tuple(
      fc.constantFrom('paragraph', 'heading', 'quotation', 'list', 'figure'),
      fc.constantFrom('', '他走了。|天黑了。', '水/帽子', '再见'),
    ),
    { maxLength: 4 },
  );

  it('no id stands twice, and what was made is a sound draft', () => {
    fc.assert(
      fc.property(blocks, fc.array(act, { maxLength: 15 }), (start, acts) => {
        const ids = newId();
        let piece: DraftPiece = pieceOf(start);
        for (const { act: what, block, at, text } of acts) {
          const spot = { index: block, part: 'main' as const, at };
          const steps: (() => DraftPiece)[] = [
            () => editText(piece, block, 'main', text, { newId: ids }),
            () => splitBlock(piece, block, at, ids),
            () => joinWithPrevious(piece, block),
            () => changeKind(piece, block, kinds[at % kinds.length] ?? 'paragraph'),
            () => moveBlock(piece, block, at % 5),
            () => splitAt(piece, spot, ids),
            () => mergeAt(piece, spot),
            () => leaveList(piece, block),
            () => removeBlock(piece, block),
          ];
          piece = steps[what]?.() ?? piece;
          const all = sentencesOfPiece(piece).map(({ id }) => id);
          expect(new Set(all).size).toBe(all.length);
          expect(v.is(DraftPieceSchema, piece)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
