/**
 * How common words and characters are, as ranks in the frequencies that come with the dictionary (@pinyin-pro/data, from written
 * Chinese of the last decades). A character is as common as the words that hold it are together.
 */
import type { PinyinBook } from '../pinyin-book.ts';

export interface Commonness {
  /** 0 for the most common word; null for one the dictionary lacks. */
  rankOfWord(word: string): number | null;
  /** Of the rarest of these characters; 0 where none is Chinese. */
  rankOfRarest(text: string): number;
}

const HAN = /\p{Script=Han}/u;

/** About half a second, so it is measured once and kept. */
export function measureCommonness(book: PinyinBook): Commonness {
  const byFrequency: number[] = [];
  const byCharacter = new Map<string, number>();
  for (const [word, frequency] of book.frequencies()) {
    byFrequency.push(frequency);
    for (const char of new Set(word)) byCharacter.set(char, (byCharacter.get(char) ?? 0) + frequency);
  }
  byFrequency.sort((a, b) => b - a);
  const characters = [...byCharacter].sort(([, a], [, b]) => b - a).map(([char]) => char);
  const rankOfCharacter = new Map(characters.map((char, rank) => [char, rank]));
  return {
    rankOfWord(word) {
      const frequency = book.frequencyOf(word);
      return frequency === 0 ? null : firstBelow(byFrequency, frequency);
    },
    rankOfRarest: (text) =>
      Math.max(
        0,
        ...[...text].map((char) => (HAN.test(char) ? (rankOfCharacter.get(char) ?? characters.length) : 0)),
      ),
  };
}

/** How many are greater than `frequency`, in a list that falls. */
function firstBelow(falling: readonly number[], frequency: number): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((falling[middle] ?? 0) > frequency) low = middle + 1;
    else high = middle;
  }
  return low;
}
