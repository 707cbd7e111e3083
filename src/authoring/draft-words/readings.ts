/** What a draft's word is read as: settled, or with the readings it could have. */
import type { DraftWord } from '../draft/model.ts';
import { hasHan, joinPinyin } from '../pinyin.ts';
import type { PinyinBook } from '../pinyin-book.ts';
import { syllablesOf } from './typed-pinyin.ts';

export interface Wording {
  readonly book: PinyinBook;
  /** The club's words: 长乐路 → Chánglè Lù. They win over the dictionary's. */
  readonly dictionary: ReadonlyMap<string, string>;
}

/** How a word is read when nothing but itself is known; null when nobody knows. */
export type ReadWord = (text: string) => WordReading | null;
export interface WordReading {
  readonly pinyin?: string;
  readonly candidates?: readonly string[];
}

/** More buttons than this help nobody; any other reading can be typed. */
export const MOST_CANDIDATES = 6;
const HAN = /\p{Script=Han}/u;

export interface CharacterDoubt {
  /** Which character of the word, counted in characters. */
  readonly at: number;
  readonly candidates: readonly string[];
}

/** The readings of a whole word when some of its characters are in doubt, `pinyin` first. */
export function wordCandidates(
  text: string,
  pinyin: string,
  doubts: readonly CharacterDoubt[],
): readonly string[] {
  const chars = [...text];
  const syllables = syllablesOf(text, pinyin);
  if (syllables === null) return [pinyin];
  const places = chars.flatMap((char, index) => (HAN.test(char) ? [index] : []));
  const read = new Map(places.map((place, index) => [place, syllables[index] ?? '']));
  let ways: ReadonlyMap<number, string>[] = [read];
  for (const { at, candidates } of doubts) {
    const own = [...new Set([read.get(at) ?? '', ...candidates])];
    ways = own.flatMap((reading) => ways.map((way) => new Map([...way, [at, reading]])));
  }
  const written = ways.flatMap((way) => {
    const joined = joinPinyin(chars.map((char, index) => ({ char, reading: way.get(index) ?? '' })));
    return joined === null ? [] : [joined];
  });
  return [...new Set([pinyin, ...written])].slice(0, MOST_CANDIDATES);
}

/** Two written words as one: `xī` + `ān` = `xī'ān`. */
export function joinWritten(left: string, right: string): string {
  return `${left}${/^[aoeāáǎàōóǒòēéěè]/iu.test(right) ? "'" : ''}${right}`;
}

/** Its reading is not settled: a person has to choose, confirm or type one. */
export function isUnsure(word: DraftWord): boolean {
  return word.candidates !== undefined;
}

/** Not yet read at all, so neither settled nor doubtful. */
export function isUnread(word: DraftWord): boolean {
  return hasHan(word.text) && word.pinyin === undefined && word.candidates === undefined;
}

/** The word with this reading and no other question. */
export function settled(word: DraftWord, pinyin: string): DraftWord {
  const { candidates: _, ...rest } = word;
  return { ...rest, pinyin };
}

/** The word with another reading, `candidates` only where it has any. */
export function withReading(word: DraftWord, { pinyin, candidates }: WordReading): DraftWord {
  const { pinyin: _, candidates: __, ...rest } = word;
  return {
    ...rest,
    ...(pinyin === undefined ? {} : { pinyin }),
    ...(candidates === undefined ? {} : { candidates: [...candidates] }),
  };
}
