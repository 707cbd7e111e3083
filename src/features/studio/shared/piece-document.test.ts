import { describe, expect, it } from 'vitest';
import { pieceOf, sentence } from '../../../authoring/draft-words/fixture.ts';
import { documentOf } from './piece-document.ts';

describe('a piece’s document', () => {
  const piece = pieceOf(
    sentence('s1', '孩子 háizi', '长 cháng cháng/zhǎng', '“引号”'),
    sentence('s2', '好 hǎo'),
  );

  it('is what JSON makes of it, to the letter', () => {
    expect(documentOf(piece)).toBe(JSON.stringify(piece));
    const odd = { ...piece, title: '一"行\n二' };
    expect(documentOf(odd)).toBe(JSON.stringify(odd));
    expect(documentOf({ ...piece, blocks: [] })).toBe(JSON.stringify({ ...piece, blocks: [] }));
  });

  it('has every change of a block in it, also when the block was written before', () => {
    documentOf(piece);
    const [first, ...rest] = piece.blocks;
    if (first?.type !== 'paragraph') throw new Error('Not a paragraph');
    const changed = { ...piece, blocks: [{ ...first, sentences: [] }, ...rest] };
    expect(documentOf(changed)).toBe(JSON.stringify(changed));
    expect(documentOf(piece)).toBe(JSON.stringify(piece));
  });
});
