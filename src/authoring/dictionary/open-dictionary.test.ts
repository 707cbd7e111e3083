import complete from '@pinyin-pro/data/complete';
import { describe, expect, it } from 'vitest';
import { openDictionary } from './open-dictionary.ts';
import { packDictionary } from './pack-dictionary.ts';
import packed from './packed-dictionary.ts';

const dictionary = openDictionary(packed);

describe('the packed dictionary', () => {
  it('says of every word what the published one says', () => {
    const wrong = Object.entries(complete).filter(([word, [pinyin, frequency = 0]]) => {
      const entry = dictionary.find(word);
      return entry?.pinyin !== pinyin || entry.frequency !== frequency;
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(complete).length).toBeGreaterThan(300_000);
  });

  it('has no word besides', () => {
    const words = [...dictionary.frequencies()];
    expect(words).toHaveLength(Object.keys(complete).length);
    expect(words.every(([word, frequency]) => complete[word]?.[1] === frequency)).toBe(true);
    for (const word of ['', '街', 'constructor', '街街街街', ',', '一;一']) {
      expect(dictionary.find(word)?.pinyin).toBe(complete[word]?.[0]);
    }
  });

  it('counts how a character is read, the words it is alone in and those not spelt syllable by syllable left out', () => {
    const { usesOf } = openDictionary(
      packDictionary({
        行: ['xíng'],
        银行: ['yín háng', 2],
        行人: ['xíng rén'],
        行业: ['háng yè'],
        行李箱: ['xíng li'],
      }),
    );
    expect([...usesOf('行')]).toEqual([
      ['háng', 2],
      ['xíng', 1],
    ]);
    expect([...usesOf('猫')]).toEqual([]);
  });

  it('reads characters beyond the first plane', () => {
    const { find, frequencies } = openDictionary(packDictionary({ '𠮷野家': ['jí yě jiā', 5e-12] }));
    expect(find('𠮷野家')).toEqual({ pinyin: 'jí yě jiā', frequency: 5e-12 });
    expect([...frequencies()]).toEqual([['𠮷野家', 5e-12]]);
  });
});
