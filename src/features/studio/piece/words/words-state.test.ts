import { describe, expect, it } from 'vitest';
import { confirmAll } from '../../../../authoring/draft-words/confirm.ts';
import { setPinyin } from '../../../../authoring/draft-words/edit.ts';
import { pieceOf, pieceWith, sentence, sentenceId, word } from '../../../../authoring/draft-words/fixture.ts';
import type { WordPlace } from '../../../../authoring/draft-words/places.ts';
import {
  countChanged,
  countProposed,
  countUnsure,
  isWord,
  nextUnsure,
  pageCount,
  pageWith,
  rowsOf,
  rowsOnPage,
  unitsOf,
  wordBeside,
} from './words-state.ts';

const at = (id: string, word: number): WordPlace => ({ sentence: sentenceId(id), word });
const doubt = '长 cháng cháng/zhǎng';

describe('the rows of the words step', () => {
  it('are the sentences in order, the plain version after its block', () => {
    const piece = pieceWith([
      { type: 'heading', level: 2, sentences: [sentence('s1', '老街 lǎojiē')] },
      {
        type: 'paragraph',
        sentences: [sentence('s2', '好 hǎo'), sentence('s3', '好 hǎo')],
        plain: [sentence('p1', '好 hǎo')],
      },
    ]);
    expect(rowsOf(piece).map(({ sentence: { id }, kind, number }) => [id, kind, number])).toEqual([
      ['s1', 'heading', 1],
      ['s2', 'text', 2],
      ['s3', 'text', 3],
      ['p1', 'plain', 3],
    ]);
  });

  it('of text nobody has read yet are shown, and not to be tapped', () => {
    expect(isWord({ text: '弄堂里' })).toBe(false);
    expect(isWord(word('弄堂 lòngtáng'))).toBe(true);
    expect(isWord(word('𠮷 - -'))).toBe(true);
    expect(isWord({ text: 'Windows' })).toBe(true);
    expect(isWord({ text: '，' })).toBe(false);
  });

  it('come in pages, and every sentence is on one', () => {
    const rows = rowsOf(
      pieceOf(...Array.from({ length: 45 }, (_, index) => sentence(`s${index + 1}`, '好 hǎo'))),
    );
    expect(pageCount(rows)).toBe(3);
    expect(rowsOnPage(rows, 2)).toHaveLength(5);
    expect(pageWith(rows, 's21')).toBe(1);
    expect(pageWith(rows, 'gone')).toBe(0);
    expect(pageCount([])).toBe(1);
  });
});

describe('what is still open', () => {
  const piece = pieceOf(sentence('s1', doubt, '，', '𠮷 - -'), sentence('s2', '好 hǎo', doubt));

  it('is counted, with and without a proposal', () => {
    expect(countUnsure(rowsOf(piece))).toBe(3);
    expect(countProposed(rowsOf(piece))).toBe(2);
  });

  it('is gone through in order and round again', () => {
    expect(nextUnsure(piece, null)).toEqual(at('s1', 0));
    expect(nextUnsure(piece, at('s1', 0))).toEqual(at('s1', 2));
    expect(nextUnsure(piece, at('s1', 2))).toEqual(at('s2', 1));
    expect(nextUnsure(piece, at('s2', 1))).toEqual(at('s1', 0));
    expect(nextUnsure(confirmAll(pieceOf(sentence('s1', doubt))), at('s1', 0))).toBeNull();
  });

  it('says how many words one answer settled', () => {
    const street = '长乐路 zhǎnglèlù zhǎnglèlù/chánglèlù';
    const twice = pieceOf(sentence('s1', street), sentence('s2', street));
    expect(countChanged(twice, setPinyin(twice, at('s1', 0), 'chánglèlù'))).toBe(2);
  });
});

it('marks stay with their words', () => {
  const line = sentence('s1', '“', '好 hǎo', '！', '”', '她 tā', '说 shuō', '：', '《', '家 jiā', '》', '。');
  expect(unitsOf(line)).toEqual([[0, 1, 2, 3], [4], [5, 6], [7, 8, 9, 10]]);
  expect(unitsOf(sentence('s2', '——', '好 hǎo'))).toEqual([[0], [1]]);
});

it('arrows pass over marks', () => {
  const line = sentence('s1', '好 hǎo', '，', '走 zǒu', '。');
  expect(wordBeside(line, 0, 1)).toBe(2);
  expect(wordBeside(line, 2, 1)).toBe(2);
  expect(wordBeside(line, 2, -1)).toBe(0);
});
