/**
 * The dictionary's complete word list, made small: parsed only where a word is looked up. As the object it is published as, it takes
 * half a second and 250 MB to be read whole, for the few hundred words of a text.
 */

/** As in `@pinyin-pro/data/complete`: word → its syllables with spaces between, and how common it is where that is known. */
export type CompleteDictionary = Readonly<
  Record<string, readonly [pinyin: string, frequency?: number, ...unused: unknown[]]>
>;

export interface PackedDictionary {
  /** By a word's first character: its words as `rest of the word,pinyin,frequency`, with `;` between them. */
  readonly words: Readonly<Record<string, string>>;
  /** By character: how the words of two and more characters read it, as `pinyin,number of words`, with `;` between them. */
  readonly uses: Readonly<Record<string, string>>;
}

export function packDictionary(complete: CompleteDictionary): PackedDictionary {
  const words = new Map<string, string[]>();
  for (const [word, [pinyin, frequency = 0]] of Object.entries(complete)) {
    if (/[,;]/u.test(word + pinyin)) throw new Error(`"${word}" holds what stands between words`);
    const [first = '', ...rest] = word;
    const entries = words.get(first) ?? [];
    entries.push(`${rest.join('')},${pinyin},${frequency}`);
    words.set(first, entries);
  }
  const uses = [...countUses(complete)].map(([char, counts]) => [
    char,
    [...counts].map(([reading, count]) => `${reading},${count}`).join(';'),
  ]);
  return {
    words: Object.fromEntries([...words].map(([first, entries]) => [first, entries.join(';')])),
    uses: Object.fromEntries(uses),
  };
}

function countUses(complete: CompleteDictionary): Map<string, Map<string, number>> {
  const uses = new Map<string, Map<string, number>>();
  for (const [word, [pinyin]] of Object.entries(complete)) {
    const chars = [...word];
    const readings = pinyin.split(' ');
    if (chars.length < 2 || chars.length !== readings.length) continue;
    chars.forEach((char, index) => {
      const reading = readings[index] ?? '';
      const counts = uses.get(char) ?? new Map<string, number>();
      counts.set(reading, (counts.get(reading) ?? 0) + 1);
      uses.set(char, counts);
    });
  }
  return uses;
}
