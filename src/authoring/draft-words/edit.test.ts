import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DraftPieceSchema, textOfDraft, type DraftPiece, type DraftWord } from '../draft/model.ts';
import { confirmAll, confirmReading, unsureIn } from './confirm.ts';
import {
  cutsOf,
  markTerm,
  mergeFault,
  mergeWords,
  setPinyin,
  splitWord,
  termsMarked,
  unmarkTerm,
} from './edit.ts';
import { pieceOf, pieceWith, sentence, sentenceId, termId, word } from './fixture.ts';
import { sentencesWithPlain, updateWords, type WordPlace } from './places.ts';
import type { ReadWord } from './readings.ts';

const nobody: ReadWord = () => null;
const at = (id: string, index: number): WordPlace => ({ sentence: sentenceId(id), word: index });
const wordsOf = (piece: DraftPiece, id = 's1'): readonly DraftWord[] =>
  sentencesWithPlain(piece).find((each) => each.id === id)?.words ?? [];

describe('joining words', () => {
  it('joins the reading too, with the apostrophe where one is needed', () => {
    const piece = mergeWords(pieceOf(sentence('s1', '西 xī', '安 ān', '。')), at('s1', 0), nobody);
    expect(wordsOf(piece)).toEqual([word("西安 xī'ān"), word('。')]);
  });

  it('takes the dictionary’s reading of the whole where it has one', () => {
    const read: ReadWord = (text) => (text === '银行' ? { pinyin: 'yínháng' } : null);
    const piece = mergeWords(pieceOf(sentence('s1', '银 yín', '行 xíng')), at('s1', 0), read);
    expect(wordsOf(piece)).toEqual([word('银行 yínháng')]);
  });

  it('keeps a question open', () => {
    const piece = mergeWords(pieceOf(sentence('s1', '长 cháng cháng/zhǎng', '乐 lè')), at('s1', 0), nobody);
    expect(wordsOf(piece)).toEqual([word('长乐 chánglè chánglè/zhǎnglè')]);
  });

  it('keeps letters and digits apart from pinyin', () => {
    const piece = mergeWords(pieceOf(sentence('s1', 'T', '恤 xù')), at('s1', 0), nobody);
    expect(wordsOf(piece)).toEqual([{ text: 'T恤', pinyin: 'T xù' }]);
  });

  it('says why two words cannot be joined, and then changes nothing', () => {
    const [a, b] = [word('街 jiē'), word('。')];
    expect(mergeFault(a, b)).toBe('punctuation');
    expect(mergeFault(a, undefined)).toBe('no-next');
    expect(mergeFault({ ...a, term: termId('a') }, { ...a, term: termId('b') })).toBe('two-terms');
    const piece = pieceOf(sentence('s1', a, b));
    expect(mergeWords(piece, at('s1', 0), nobody)).toBe(piece);
    expect(mergeWords(piece, at('s1', 1), nobody)).toBe(piece);
  });
});

describe('cutting a word', () => {
  it('gives each part its share of the reading', () => {
    const piece = splitWord(pieceOf(sentence('s1', '长大了 zhǎngdàle')), at('s1', 0), 2, nobody);
    expect(wordsOf(piece)).toEqual([word('长大 zhǎngdà'), word('了 le')]);
  });

  it('asks again only about the part that was in doubt', () => {
    const piece = splitWord(pieceOf(sentence('s1', '长乐 chánglè chánglè/zhǎnglè')), at('s1', 0), 1, nobody);
    expect(wordsOf(piece)).toEqual([word('长 cháng cháng/zhǎng'), word('乐 lè')]);
  });

  it('asks the dictionary where the reading does not come apart, else leaves it open', () => {
    const broken = pieceOf(sentence('s1', '长乐 chángle5lè'));
    const read: ReadWord = (text) => (text === '乐' ? { pinyin: 'lè' } : null);
    expect(wordsOf(splitWord(broken, at('s1', 0), 1, read))).toEqual([word('长 - -'), word('乐 lè')]);
  });

  it('makes 儿 a word again', () =>
    expect(wordsOf(splitWord(pieceOf(sentence('s1', '花儿 huār')), at('s1', 0), 1, nobody))).toEqual([
      word('花 huā'),
      word('儿 ér'),
    ]));

  it('is what joining undoes', () => {
    const piece = pieceOf(sentence('s1', '老 lǎo', '街 jiē'));
    expect(splitWord(mergeWords(piece, at('s1', 0), nobody), at('s1', 0), 1, nobody)).toEqual(piece);
  });
});

describe('readings', () => {
  const twice = pieceOf(
    sentence('s1', '长乐路 zhǎnglèlù zhǎnglèlù/chánglèlù', '很 hěn', '长 zhǎng zhǎng/cháng'),
    sentence('s2', '长乐路 zhǎnglèlù', '长 zhǎng zhǎng/cháng'),
  );

  it('of a word of several characters are corrected wherever it stands', () => {
    const piece = setPinyin(twice, at('s1', 0), 'Chánglè Lù');
    expect(wordsOf(piece)[0]).toEqual({ text: '长乐路', pinyin: 'Chánglè Lù' });
    expect(wordsOf(piece, 's2')[0]).toEqual({ text: '长乐路', pinyin: 'Chánglè Lù' });
  });

  it('of a single character hold only where they were confirmed', () => {
    const piece = confirmReading(twice, at('s1', 2), 'cháng');
    expect(wordsOf(piece)[2]).toEqual(word('长 cháng'));
    expect(wordsOf(piece, 's2')[1]).toEqual(word('长 zhǎng zhǎng/cháng'));
  });

  it('are confirmed all at once, in one page or in all', () => {
    expect(unsureIn(twice)).toHaveLength(3);
    expect(unsureIn(confirmAll(twice, new Set([sentenceId('s1')])))).toEqual([at('s2', 1)]);
    expect(unsureIn(confirmAll(twice))).toEqual([]);
  });

  it('that nobody knows stay open when all are confirmed', () =>
    expect(unsureIn(confirmAll(pieceOf(sentence('s1', '𠮷 - -', '长 cháng cháng/zhǎng'))))).toEqual([
      at('s1', 0),
    ]));

  it('leave untouched sentences the same objects, so that only what changed is drawn anew', () => {
    const piece = confirmAll(twice, new Set([sentenceId('s1')]));
    expect(sentencesWithPlain(piece)[1]).toBe(sentencesWithPlain(twice)[1]);
    expect(confirmAll(piece, new Set([sentenceId('s1')]))).toBe(piece);
  });
});

describe('terms', () => {
  it('are marked wherever the word stands, plain version and lists included, and unmarked again', () => {
    const piece = pieceWith([
      {
        type: 'list',
        ordered: false,
        items: [{ sentences: [sentence('s1', '弄堂 lòngtáng', '口 kǒu')] }],
        plain: [sentence('p1', '弄堂 lòngtáng')],
      },
    ]);
    const marked = markTerm(piece, '弄堂', termId('longtang'));
    expect([...termsMarked(marked)]).toEqual(['longtang']);
    expect(wordsOf(marked, 'p1')[0]?.term).toBe('longtang');
    expect(wordsOf(marked)[1]?.term).toBeUndefined();
    expect(unmarkTerm(marked, termId('longtang'))).toEqual(piece);
  });
});

describe('whatever is done to words', () => {
  const words = fc.constantFrom(
    '老街 lǎojiē',
    '长 cháng cháng/zhǎng',
    '。',
    '儿 ér',
    'T',
    '11',
    '，',
    '𠮷 - -',
    '花儿 huār',
    '一会儿 yīhuìr',
  );
  const sentences = fc.array(fc.array(words, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
  const steps = fc.array(fc.tuple(fc.nat(6), fc.nat(2), fc.nat(6), fc.nat(3)), { maxLength: 12 });

  it('the text, the ids and the shape of the draft stay as they were', () => {
    fc.assert(
      fc.property(sentences, steps, (lists, actions) => {
        const start = pieceOf(...lists.map((list, index) => sentence(`s${index + 1}`, ...list)));
        let piece = start;
        for (const [action, line, index, cut] of actions) piece = act(piece, action, line, index, cut);
        const said = (each: DraftPiece) => sentencesWithPlain(each).map((one) => [one.id, textOfDraft(one)]);
        expect(said(piece)).toEqual(said(start));
        expect(v.is(DraftPieceSchema, piece)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('a change that would alter the text is refused', () => {
    const piece = pieceOf(sentence('s1', '老 lǎo', '街 jiē'));
    expect(updateWords(piece, ({ words }) => words.slice(1))).toBe(piece);
  });

  function act(piece: DraftPiece, action: number, line: number, index: number, cut: number): DraftPiece {
    const place = at(`s${line + 1}`, index);
    const target = wordsOf(piece, `s${line + 1}`)[index];
    switch (action) {
      case 0:
        return mergeWords(piece, place, nobody);
      case 1:
        return splitWord(piece, place, (target ? cutsOf(target)[cut] : undefined) ?? cut, nobody);
      case 2:
        return setPinyin(piece, place, 'cháng');
      case 3:
        return confirmReading(piece, place);
      case 4:
        return confirmAll(piece);
      case 5:
        return markTerm(piece, target?.text ?? '', termId('t1'));
      default:
        return unmarkTerm(piece, termId('t1'));
    }
  }
});
