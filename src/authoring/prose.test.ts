import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPinyin, proposePinyin } from './pinyin.ts';
import { loadPinyinBook, type PinyinBook } from './pinyin-book.ts';
import { composeSentences, type Mark, type ProseSentence } from './prose.ts';
import { boundariesByIntl } from './words.ts';

let book: PinyinBook;
beforeAll(async () => {
  book = await loadPinyinBook();
  // Counted at the first use, which takes its time on a busy machine.
  book.usesOf('长');
}, 120_000);

const compose = (text: string, marks: readonly Mark[] = []): ProseSentence[] =>
  composeSentences({ text, marks, emphasis: [] }, { book });
const pinyin = (text: string): string =>
  compose(text)
    .flatMap(({ words }) => words.map((word) => word.pinyin))
    .filter((each) => each !== undefined)
    .join(' ');
const words = (text: string): string =>
  compose(text)
    .flatMap((sentence) => sentence.words.map((word) => word.text))
    .join('|');

describe('pinyin', () => {
  it.each([
    ['我是在老街长大的。', 'wǒ shì zài lǎojiē zhǎngdà de'],
    ['妈妈去给水站排队。', 'māma qù jǐshuǐzhàn páiduì'],
    ['我们去银行。', 'wǒmen qù yínháng'],
  ])('is joined by word: %s', (text, expected) => expect(pinyin(text)).toBe(expected));

  it.each([
    ['不是', 'bùshì'],
    ['一样', 'yīyàng'],
    ['一个', 'yīgè'],
    ['看一看', 'kànyīkàn'],
  ])('writes 不 and 一 in their own tone: %s', (text, expected) => expect(pinyin(text)).toBe(expected));

  it.each([
    ['她说得像。', 'tā shuō de xiàng'],
    ['我得走了。', 'wǒ děi zǒu le'],
    ['慢慢地走', 'mànmàn de zǒu'],
    ['那地很大', 'nà dì hěndà'],
    ['他不知道去哪里。', 'tā bù zhīdào qù nǎlǐ'],
    ['那只猫只吃鱼。', 'nà zhī māo zhǐ chī yú'],
    ['东西很贵，告诉他。', 'dōngxi hěn guì gàosu tā'],
  ])('tells the everyday 多音字 by their neighbours: %s', (text, expected) =>
    expect(pinyin(text)).toBe(expected),
  );

  it('leaves 不 toneless where the dictionary does', () => expect(pinyin('对不起')).toBe('duìbuqǐ'));

  it.each([
    ['一会儿', 'yīhuìr'],
    ['花儿', 'huār'],
    ['女儿', "nǚ'ér"],
    ['好玩儿', 'hǎowánr'],
  ])('writes 儿化 as r and 儿 the child as ér: %s', (text, expected) => expect(pinyin(text)).toBe(expected));

  it.each([
    ['西安', "xī'ān"],
    ['平安', "píng'ān"],
    ['方案', "fāng'àn"],
    ['然而', "rán'ér"],
  ])('divides syllables by an apostrophe: %s', (text, expected) => expect(pinyin(text)).toBe(expected));

  it('stands over Chinese only', () => {
    const sentence = compose('T恤在2026年11月，卖3.5元……')[0];
    expect(sentence?.words.filter((word) => word.pinyin === undefined).map((word) => word.text)).toEqual(
      expect.arrayContaining(['2026', '，', '3.5', '……']),
    );
  });

  it('is what the author says it is', () => {
    const marks = [{ start: 0, end: 2, pinyin: "Xī'ān" }];
    expect(compose('西安很大。', marks)[0]?.words[0]).toEqual({ text: '西安', pinyin: "Xī'ān" });
  });

  it('proposes a glossary word with its inner words apart', () => {
    expect(proposePinyin('垃圾分类', book)).toBe('lājī fēnlèi');
    expect(proposePinyin('ABC', book)).toBeNull();
  });

  it('is told from what is no pinyin', () => {
    for (const good of ['jǐshuǐzhàn', "Xī'ān", 'lājī fēnlèi', 'fēngpíng-làngjìng', 'lüèduó'])
      expect(isPinyin(good)).toBe(true);
    for (const bad of ['ji3shui3', '给水', '', ' a', 'a  b']) expect(isPinyin(bad)).toBe(false);
  });
});

describe('words', () => {
  it.each([
    ['我们坐公共汽车去图书馆。', '我们|坐|公共汽车|去|图书馆|。'],
    ['妈妈带我去排队，一会儿就到。', '妈妈|带|我|去|排队|，|一会儿|就|到|。'],
    ['他用了三块五。', '他|用|了|三块|五|。'],
    ['干干净净的衣服', '干干净净|的|衣服'],
    ['嫩嫩的，绿绿的。', '嫩嫩|的|，|绿绿|的|。'],
    ['目的地在菜场。', '目的地|在|菜场|。'],
    ['他走了……——“好！”', '他|走|了|……|——|“|好|！|”'],
    ['我用 Windows 11。', '我|用| |Windows| |11|。'],
  ])('are those of the dictionary: %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('can be found by the engine alone', () => {
    const sentences = composeSentences(
      { text: '我爱读书。', marks: [], emphasis: [] },
      { book, findBoundaries: boundariesByIntl },
    );
    expect(sentences[0]?.words.map((word) => word.text).join('')).toBe('我爱读书。');
  });

  it('name a 多音字 that nothing settles, with what it could be', () => {
    const unsure = compose('这条路很长，那些树长了。').flatMap((sentence) => sentence.unsure);
    expect(
      unsure.some(({ candidates }) => candidates.includes('cháng') && candidates.includes('zhǎng')),
    ).toBe(true);
    expect(compose('我去银行。')[0]?.unsure).toEqual([]);
  });

  const chars = fc.string({
    unit: fc.constantFrom(...'我他们的儿一不会长地了好走。！？“”……—3.5 AbT恤𠮷👍，（）\u3000'),
    maxLength: 40,
  });
  it('lose no character and keep the author’s marks whole', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(chars, fc.nat(40), fc.nat(6), (text, at, length) => {
        const start = Math.min(at, text.length);
        const end = Math.min(start + length, text.length);
        const marks = end > start ? [{ start, end }] : [];
        const sentences = compose(text, marks);
        expect(sentences.flatMap((sentence) => sentence.words.map((word) => word.text)).join('')).toBe(text);
        const spans = new Set<string>();
        let offset = 0;
        for (const word of sentences.flatMap((sentence) => sentence.words)) {
          spans.add(`${offset}-${(offset += word.text.length)}`);
          expect(word.text).not.toBe('');
        }
        for (const mark of marks) expect(spans).toContain(`${mark.start}-${mark.end}`);
        for (const sentence of sentences) {
          for (const { word } of sentence.unsure) expect(sentence.words[word]).toBeDefined();
        }
      }),
      { numRuns: 200 },
    );
  });
});
