/**
 * The dictionary: pinyin-pro with its complete word list (about 350,000 words). It is large, so it is loaded only when
 * authoring asks for it, once, and never by a member's page.
 */
const HAN_RUN = /[\p{Script=Han}]+/gu;

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
  /** The Chinese words of a text with their readings; everything between them is left out. */
  words(text: string): BookWord[];
  /** Readings a character can have, most usual first. */
  readingsOf(char: string): readonly string[];
  /** How the words of the dictionary that hold this character read it: reading → number of words. */
  usesOf(char: string): ReadonlyMap<string, number>;
  /** How common a dictionary word is, on the dictionary's own scale (一个 4e-8, 龙鳞 3e-12); 0 when it is not in it. */
  frequencyOf(word: string): number;
}

let book: Promise<PinyinBook> | undefined;

/** Loads the dictionary at the first call (seconds, some hundred MB); later calls share it. */
export function loadPinyinBook(): Promise<PinyinBook> {
  book ??= openBook();
  return book;
}

async function openBook(): Promise<PinyinBook> {
  const [pro, { default: complete }] = await Promise.all([
    import('pinyin-pro'),
    import('@pinyin-pro/data/complete'),
  ]);
  pro.addDict(complete, 'complete');
  let uses: Map<string, Map<string, number>> | undefined;

  const wordsOfRun = (run: string, offset: number): BookWord[] => {
    const found = pro.segment(run, { format: pro.OutputFormat.AllArray, toneSandhi: false, segmentit: 2 });
    let start = offset;
    return found.map((chars) => {
      const text = chars.map(({ origin }) => origin).join('');
      const readings = chars.map(({ origin, result }) => ({
        char: origin,
        reading: result === origin ? '' : result,
      }));
      const word = { start, end: start + text.length, readings: withNeutralTones(text, readings) };
      start = word.end;
      return word;
    });
  };
  // pinyin-pro's citation mode writes every 不 as bù; in 对不起 and its like the dictionary knows it as toneless.
  const withNeutralTones = (text: string, readings: readonly Reading[]): readonly Reading[] => {
    if (!/.不./u.test(text)) return readings;
    const known = complete[text]?.[0].split(' ') ?? [];
    return readings.map((each, index) =>
      each.char === '不' && known[index] === 'bu' ? { ...each, reading: 'bu' } : each,
    );
  };

  return {
    words: (text) => [...text.matchAll(HAN_RUN)].flatMap((run) => wordsOfRun(run[0], run.index)),
    readingsOf: (char) => pro.polyphonic(char, { type: 'array' })[0] ?? [],
    usesOf: (char) => {
      uses ??= countUses(complete);
      return uses.get(char) ?? new Map<string, number>();
    },
    frequencyOf: (word) => complete[word]?.[1] ?? 0,
  };
}

function countUses(
  dictionary: Readonly<Record<string, readonly [string, ...unknown[]]>>,
): Map<string, Map<string, number>> {
  const uses = new Map<string, Map<string, number>>();
  for (const [word, [pinyin]] of Object.entries(dictionary)) {
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
