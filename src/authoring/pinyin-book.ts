/**
 * The dictionary: pinyin-pro with its complete word list (about 350,000 words, `dictionary/`). It is large, so it is loaded
 * only when authoring asks for it, once, and never by a member's page.
 */
import { cutWords } from './cut-words.ts';
import { openDictionary } from './dictionary/open-dictionary.ts';
import { citationTone, isTonelessLast, readAlone, withoutTone } from './everyday-words.ts';

const HAN_RUN = /[\p{Script=Han}]+/gu;
/** How common a word is taken to be that only the club knows: like 公共 or 学校. */
const KNOWN = 5e-9;

/** One character and how the dictionary reads it here; `reading` is '' where it knows none. */
export interface Reading {
  readonly char: string;
  /** With tone mark, citation tone (不 bù, 一 yī whatever follows); neutral tone without mark; 儿化 as `er`. */
  readonly reading: string;
}

/** A dictionary word in its place: offsets in UTF-16 code units of the text it was found in. */
export interface BookWord {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
}

export interface PinyinBook {
  /**
   * The Chinese words of a text with their readings; everything between them is left out. `known` are words to be found besides
   * the dictionary's own (a club's street names); each counts as a common word, so that it is not torn out of others.
   */
  words(text: string, known?: ReadonlySet<string>): BookWord[];
  /** Readings a character can have, most usual first. */
  readingsOf(char: string): readonly string[];
  /** How the words of the dictionary that hold this character read it: reading → number of words. */
  usesOf(char: string): ReadonlyMap<string, number>;
  /** How common a dictionary word is, on the dictionary's own scale (一个 4e-8, 龙鳞 3e-12); 0 when it is not in it. */
  frequencyOf(word: string): number;
  /** Every dictionary word with how common it is. */
  frequencies(): Iterable<readonly [word: string, frequency: number]>;
}

let book: Promise<PinyinBook> | undefined;

/** Loads the dictionary at the first call (about 10 MB of text); later calls share it. */
export function loadPinyinBook(): Promise<PinyinBook> {
  book ??= openBook();
  return book;
}

/**
 * The words are cut by our own `cutWords`: pinyin-pro's cutter knows no frequency for 不 and so cuts 「不知|道」, and it needs
 * four times the memory. Right readings on the CPP set are the same 93 % either way.
 */
async function openBook(): Promise<PinyinBook> {
  const [{ pinyin, polyphonic }, { default: packed }] = await Promise.all([
    import('pinyin-pro'),
    import('./dictionary/packed-dictionary.ts'),
  ]);
  const dictionary = openDictionary(packed);
  // 不, the third most frequent character, is the one the list lacks.
  const frequencyOf = (word: string): number =>
    word === '不' ? 1.5e-7 : (dictionary.find(word)?.frequency ?? 0);

  const readingsOfWord = (chars: readonly string[], before: string, after: string): readonly Reading[] => {
    const word = chars.join('');
    const alone = chars.length === 1 ? readAlone(word, before, after) : null;
    const known =
      alone ??
      dictionary.find(word)?.pinyin ??
      chars.map((char) => pinyin(char, { toneSandhi: false })).join(' ');
    const syllables = known.split(' ');
    return chars.map((char, index) => {
      const written = citationTone(char, syllables[index] ?? '');
      const reading = index === chars.length - 1 && isTonelessLast(word) ? withoutTone(written) : written;
      // pinyin-pro hands an unknown character back as it came.
      return { char, reading: reading === char ? '' : reading };
    });
  };
  const wordsOfRun = (text: string, run: string, offset: number, known?: ReadonlySet<string>): BookWord[] => {
    const chars = [...run];
    let from = 0;
    let start = offset;
    const weigh = (word: string): number =>
      known?.has(word) ? Math.max(KNOWN, frequencyOf(word)) : frequencyOf(word);
    return cutWords(chars, weigh).map((to) => {
      const own = chars.slice(from, to);
      const end = start + own.join('').length;
      const word = { start, end, readings: readingsOfWord(own, text.slice(0, start), text.slice(end)) };
      from = to;
      start = end;
      return word;
    });
  };

  return {
    words: (text, known) =>
      [...text.matchAll(HAN_RUN)].flatMap((run) => wordsOfRun(text, run[0], run.index, known)),
    readingsOf: (char) => polyphonic(char, { type: 'array' })[0] ?? [],
    usesOf: dictionary.usesOf,
    frequencyOf,
    frequencies: dictionary.frequencies,
  };
}
