import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPinyin } from '../pinyin.ts';
import { readTypedPinyin, syllablesOf } from './typed-pinyin.ts';

describe('pinyin as it is typed', () => {
  it.each([
    ['长', 'chang2', 'cháng'],
    ['长', 'cháng', 'cháng'],
    ['长', ' Chang2 ', 'Cháng'],
    ['长乐路', 'chang2le4lu4', 'chánglèlù'],
    ['长乐路', 'Chang2le4 Lu4', 'Chánglè Lù'],
    ['西安', 'xi1an1', "xī'ān"],
    ['西安', 'xī’ān', "xī'ān"],
    ['绿', 'lv4', 'lǜ'],
    ['女', 'nu:3', 'nǚ'],
    ['略', 'lue4', 'lüè'],
    ['略', 'lve4', 'lüè'],
    ['会', 'hui4', 'huì'],
    ['牛', 'niu2', 'niú'],
    ['走', 'zou3', 'zǒu'],
    ['花儿', 'huar1', 'huār'],
    ['一会儿', 'yi1huir4', 'yīhuìr'],
    ['女儿', "nv3'er2", "nǚ'ér"],
    ['东西', 'dong1xi', 'dōngxi'],
    ['东西', 'dong1xi5', 'dōngxi'],
    ['的', 'de', 'de'],
    ['妈', 'ｍａ１', 'mā'],
    ['大', 'dă', 'dǎ'],
    ['T恤', 'T xu4', 'T xù'],
    ['风平浪静', 'feng1ping2-lang4jing4', 'fēngpíng-làngjìng'],
    ['长乐', "chang2'le4", 'chánglè'],
  ])('%s: %s is %s', (word, typed, expected) => {
    expect(readTypedPinyin(word, typed)).toEqual({ pinyin: expected });
    expect(isPinyin(expected)).toBe(true);
  });

  it.each([
    ['长', '  ', { fault: 'empty' }],
    ['长', '长', { fault: 'letters', found: '长' }],
    ['长', 'chnag2', { fault: 'syllable', found: 'chnag2' }],
    ['长', 'chang6', { fault: 'digit', found: '6' }],
    ['长', '2chang', { fault: 'digit', found: '2' }],
    ['长', 'cháng2', { fault: 'digit', found: '2' }],
    ['长', 'chang', { fault: 'toneless', found: 'chang' }],
    ['长乐路', 'chang2le4', { fault: 'count', characters: 3, syllables: 2 }],
    ['长', 'chang2le4', { fault: 'count', characters: 1, syllables: 2 }],
  ])('%s: %s is refused and named', (word, typed, fault) =>
    expect(readTypedPinyin(word, typed)).toEqual(fault),
  );

  it('never throws, and what it accepts is pinyin that reads as itself again', () => {
    const typed = fc.string({
      unit: fc.constantFrom(
        ...'abcdeghiklmnopqrstuvwxyzüāáǎàēìǒǖ',
        '1',
        '2',
        '4',
        '5',
        '9',
        ' ',
        "'",
        '-',
        '长',
        '<',
      ),
      maxLength: 14,
    });
    fc.assert(
      fc.property(typed, fc.constantFrom('长', '长乐', '长乐路', '花儿', 'T恤', '的'), (text, word) => {
        const read = readTypedPinyin(word, text);
        if (!('pinyin' in read)) return;
        expect({ ...read, is: isPinyin(read.pinyin) }).toEqual({ ...read, is: true });
        const again = readTypedPinyin(word, read.pinyin);
        expect('pinyin' in again ? again.pinyin : again.fault).toBeOneOf([read.pinyin, 'toneless']);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the syllables of a word', () => {
  it.each([
    ['长大', 'zhǎngdà', ['zhǎng', 'dà']],
    ['西安', "xī'ān", ['xī', 'ān']],
    ['先', 'xiān', ['xiān']],
    ['花儿', 'huār', ['huā', 'r']],
    ['女儿', "nǚ'ér", ['nǚ', 'ér']],
    ['玩儿了', 'wánrle', ['wán', 'r', 'le']],
    ['T恤', 'T xù', ['xù']],
    ['垃圾分类', 'lājī fēnlèi', ['lā', 'jī', 'fēn', 'lèi']],
  ])('%s %s', (word, pinyin, expected) => expect(syllablesOf(word, pinyin)).toEqual(expected));

  it('are null where there are not as many as characters', () =>
    expect(syllablesOf('长乐路', 'chánglè')).toBeNull());
});
