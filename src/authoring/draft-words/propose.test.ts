import * as fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { DraftWordSchema, textOfDraft, type DraftPiece, type DraftWord } from '../draft/model.ts';
import { hasHan } from '../pinyin.ts';
import { loadPinyinBook, type PinyinBook } from '../pinyin-book.ts';
import { confirmAll, confirmReading, unsureIn } from './confirm.ts';
import { pieceOf, sentence, sentenceId, termId, word } from './fixture.ts';
import { sentencesWithPlain } from './places.ts';
import { needsWords, proposePiece, proposeWords, putWords, readWordWith } from './propose.ts';

let book: PinyinBook;
beforeAll(async () => {
  book = await loadPinyinBook();
  book.usesOf('长');
}, 120_000);

const wording = (dictionary: Readonly<Record<string, string>> = {}) => ({
  book,
  dictionary: new Map(Object.entries(dictionary)),
});
const cut = (words: readonly DraftWord[]): string => words.map(({ text }) => text).join('|');
const read = (words: readonly DraftWord[]): string =>
  words
    .map(({ pinyin }) => pinyin ?? '')
    .join(' ')
    .trim();
/** Read in one way, in several of which it is one, or openly in none. */
const isAnswered = ({ pinyin, candidates }: DraftWord): boolean =>
  pinyin === undefined ? candidates?.length === 0 : (candidates?.includes(pinyin) ?? true);
const wordsOf = (piece: DraftPiece, index = 0): readonly DraftWord[] =>
  sentencesWithPlain(piece)[index]?.words ?? [];

describe('words proposed for a text', () => {
  it('have pinyin, and candidates where a reading is in doubt', () => {
    const words = proposeWords('这条路很长。', wording());
    expect(cut(words)).toBe('这|条|路|很|长|。');
    const long = words.find(({ text }) => text === '长');
    expect(long?.candidates).toContain('cháng');
    expect(long?.candidates).toContain('zhǎng');
    expect(long?.candidates?.[0]).toBe(long?.pinyin);
    expect(words.find(({ text }) => text === '路')).toEqual({ text: '路', pinyin: 'lù' });
    expect(words.at(-1)).toEqual({ text: '。' });
  });

  it('offer whole words to choose from, never single syllables of them', () => {
    const doubts = proposeWords('他们还在重播，把窗子削好，朝阳路的人参。', wording()).filter(
      ({ candidates, text }) => candidates !== undefined && text.length > 1,
    );
    const short = doubts.filter(({ candidates }) => candidates?.some((each) => each.length <= 2));
    expect(doubts.length).toBeGreaterThan(0);
    expect(short).toEqual([]);
  });

  it('do not ask about 的 behind 悄悄 and 嫩嫩', () => {
    const particles = proposeWords('风轻悄悄的，嫩嫩的，绿绿的。', wording()).filter(
      ({ text }) => text === '的',
    );
    expect(particles).toEqual([1, 2, 3].map(() => ({ text: '的', pinyin: 'de' })));
  });

  it('say that a character nobody can read is open', () =>
    expect(proposeWords('𠮷', wording())).toEqual([{ text: '𠮷', candidates: [] }]));

  it('follow the club’s dictionary, its borders and its readings', () => {
    expect(cut(proposeWords('我家在长惠坊。', wording()))).not.toContain('长惠坊');
    const words = proposeWords(
      '我家在长惠坊，T恤店旁边。',
      wording({ 长惠坊: 'Chánghuì Fāng', T恤店: 'T xù diàn' }),
    );
    expect(words).toContainEqual({ text: '长惠坊', pinyin: 'Chánghuì Fāng' });
    expect(words).toContainEqual({ text: 'T恤店', pinyin: 'T xù diàn' });
  });

  it('do not tear other words apart for the club’s', () => {
    expect(cut(proposeWords('每个人行动起来。', wording({ 人行: 'rénháng' })))).toContain('行动');
    expect(cut(proposeWords('孩子长大了。', wording({ 长: 'cháng' })))).toContain('长大');
  });

  const text = fc.string({
    unit: fc.constantFrom(...'我他们的儿一不会长地了好走。！？“”……—3.5 AbT恤𠮷👍，（）\u3000\n'),
    maxLength: 30,
  });
  it('lose no character and fit the draft', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom({}, { 我他: 'wǒ tā', T恤: 'T xù', 长: 'cháng' }),
        (said, dictionary) => {
          const words = proposeWords(said, wording(dictionary));
          expect(words.map((each) => each.text).join('')).toBe(said);
          for (const each of words) {
            expect(v.is(DraftWordSchema, each)).toBe(true);
            expect(isAnswered(each)).toBe(hasHan(each.text));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('proposals for a draft', () => {
  const raw = (id: string, text: string) => sentence(id, { text });

  it('are made for what was never read and for nothing else', () => {
    const piece = proposePiece(
      pieceOf(raw('s1', '孩子长大了。'), sentence('s2', '老 lǎo', '街 jiē')),
      wording(),
    );
    expect(cut(wordsOf(piece))).toContain('长大');
    expect(cut(wordsOf(piece, 1))).toBe('老|街');
    expect(sentencesWithPlain(piece).some(needsWords)).toBe(false);
    expect(proposePiece(piece, wording())).toBe(piece);
  });

  it('take back to one stretch what was cut without a dictionary', () =>
    expect(cut(wordsOf(proposePiece(pieceOf(sentence('s1', '图书', '馆', '很', '大')), wording())))).toBe(
      '图书馆|很大',
    ));

  it('leave what a person settled in an edited sentence, with its card and its dots', () => {
    const kept: DraftWord = { text: '长乐路', pinyin: 'Chánglè Lù', term: termId('road'), emphasis: true };
    const piece = proposePiece(
      pieceOf(sentence('s1', { text: '我家在' }, kept, { text: '旁边。' })),
      wording(),
    );
    expect(wordsOf(piece)).toContainEqual(kept);
    expect(read(wordsOf(piece))).toBe('wǒ jiā zài Chánglè Lù pángbiān');
  });

  it('leave a question open that is open in an edited sentence', () => {
    const open = word('长 zhǎng zhǎng/cháng');
    const piece = proposePiece(
      pieceOf(sentence('s1', { text: '路很' }, open, { text: '，真的。' })),
      wording(),
    );
    expect(wordsOf(piece)).toContainEqual(open);
  });

  it('never ask twice about a word the draft settled', () => {
    const first = proposePiece(pieceOf(raw('s1', '他在长惠坊。')), wording());
    const joined = pieceOf(
      sentence('s1', '他 tā', '在 zài', '长惠坊 Chánghuìfāng', '。'),
      raw('s2', '长惠坊到了。'),
    );
    expect(unsureIn(first).length).toBeGreaterThan(0);
    expect(wordsOf(proposePiece(joined, wording()), 1)[0]).toEqual({
      text: '长惠坊',
      pinyin: 'Chánghuìfāng',
    });
  });

  it('ask about a single character again where its neighbours are others', () => {
    const first = proposePiece(pieceOf(raw('s1', '路很长。')), wording());
    const place = unsureIn(first)[0];
    const confirmed = place ? confirmReading(first, place, 'cháng') : first;
    const more = {
      ...confirmed,
      blocks: [...confirmed.blocks, ...pieceOf(raw('s2', '河很长。'), raw('s3', '个子长了。')).blocks],
    };
    const piece = proposePiece(more, wording());
    expect(unsureIn(confirmed)).toEqual([]);
    expect(wordsOf(piece, 1).find(({ text }) => text === '长')).toEqual({ text: '长', pinyin: 'cháng' });
    expect(wordsOf(piece, 2).find(({ text }) => text === '长')?.candidates).toBeDefined();
  });

  it('are not put where the text changed meanwhile', () => {
    const piece = pieceOf(raw('s1', '好。'));
    expect(putWords(piece, new Map([[sentenceId('s1'), [{ text: '坏。' }]]]))).toBe(piece);
  });

  it(
    'keep every character of a text of ten thousand, and confirming all leaves nothing open',
    { timeout: 60_000 },
    () => {
      const long = Array.from({ length: 400 }, (_, index) =>
        raw(`s${index + 1}`, '我们在老街的弄堂里长大，路很长，给孩子讲故事。'),
      );
      const piece = proposePiece(pieceOf(...long), wording());
      expect(sentencesWithPlain(piece).map(textOfDraft)).toEqual(long.map(textOfDraft));
      expect(unsureIn(confirmAll(piece))).toEqual([]);
    },
  );
});

describe('reading one word', () => {
  it('asks the club, then the dictionary, else nobody', () => {
    const readWord = readWordWith(wording({ 长乐: 'Chánglè' }));
    expect(readWord('长乐')).toEqual({ pinyin: 'Chánglè' });
    expect(readWord('银行')?.pinyin).toBe('yínháng');
    expect(readWord('老街坊们好')).toBeNull();
  });
});
