import type { PackedDictionary } from './pack-dictionary.ts';

interface Entry {
  /** Its syllables with spaces between. */
  readonly pinyin: string;
  /** 0 where it is not known. */
  readonly frequency: number;
}

export interface Dictionary {
  find(word: string): Entry | undefined;
  /** How its words of two and more characters read this one: reading → number of words, in the order of the dictionary. */
  usesOf(char: string): ReadonlyMap<string, number>;
  /** Every word with how common it is. Reads all of it: some tenths of a second. */
  frequencies(): Iterable<readonly [word: string, frequency: number]>;
}

/** Reads the words that begin with a character when the first of them is asked for, and keeps them. */
export function openDictionary({ words, uses }: PackedDictionary): Dictionary {
  const opened = new Map<string, ReadonlyMap<string, Entry>>();
  function beginningWith(first: string): ReadonlyMap<string, Entry> {
    let entries = opened.get(first);
    if (entries === undefined) {
      entries = new Map(
        entriesOf(words[first]).map(([rest, pinyin, frequency]) => [rest, { pinyin, frequency }]),
      );
      opened.set(first, entries);
    }
    return entries;
  }
  return {
    find(word) {
      const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
      return beginningWith(first).get(word.slice(first.length));
    },
    usesOf: (char) => new Map(fieldsOf(uses[char]).map(([reading = '', count]) => [reading, Number(count)])),
    *frequencies() {
      for (const [first, text] of Object.entries(words))
        for (const [rest, , frequency] of entriesOf(text)) yield [first + rest, frequency];
    },
  };
}

const fieldsOf = (text: string | undefined): string[][] =>
  text?.split(';').map((entry) => entry.split(',')) ?? [];

const entriesOf = (
  text: string | undefined,
): (readonly [rest: string, pinyin: string, frequency: number])[] =>
  fieldsOf(text).map(([rest = '', pinyin = '', frequency]) => [rest, pinyin, Number(frequency)]);
