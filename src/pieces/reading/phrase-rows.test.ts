import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phraseRows } from './phrase-rows.ts';

const words = (text: string) => text.split('|').map((one) => ({ text: one }));
const rows = (text: string, rowEm: number) =>
  phraseRows(words(text), rowEm).map((row) => row.map(({ word }) => word.text).join(''));

describe('rows of 逐句', () => {
  it('break after a mark', () => {
    expect(rows('家里|没有|自来水|，|每天|早上|，|妈妈|带|我|去|。', 10)).toEqual([
      '家里没有自来水，',
      '每天早上，',
      '妈妈带我去。',
    ]);
  });

  it('break a long phrase at the most even place between words', () => {
    expect(rows('妈妈|带|我|去|给水站|排队|拎水|。', 8)).toEqual(['妈妈带我去', '给水站排队拎水。']);
  });

  it('keep a closing quote with the mark before it', () => {
    expect(rows('他|说|：|“|走|。|”|我|走|了|。', 20)).toEqual(['他说：', '“走。”', '我走了。']);
  });

  it('never lose or break a word', () => {
    const word = constantFrom('我', '给水站', '，', '。', '”', '“', 'Ruihong', '——', '《', '》');
    assert(
      property(array(word, { minLength: 1 }), integer({ min: 4, max: 20 }), (texts, rowEm) => {
        const flat = phraseRows(
          texts.map((text) => ({ text })),
          rowEm,
        ).flat();
        expect(flat.map(({ word: { text } }) => text)).toEqual(texts);
        expect(flat.map(({ index }) => index)).toEqual(texts.map((_, index) => index));
      }),
    );
  });
});
