import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { proposeWords } from './draft-words/propose.ts';
import { isUnsure } from './draft-words/readings.ts';
import { hasHan } from './pinyin.ts';
import { loadPinyinBook, type PinyinBook } from './pinyin-book.ts';
import { unsureReadings } from './unsure.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const isPresent = existsSync(join(data, 'pinyin/dev.sent'));

const MARKS = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ';
const BASES = ['a', 'e', 'i', 'o', 'u', 'u:'];
/** `lǚ` → `lu:3`, the way the data writes it. */
function withDigit(syllable: string): string {
  let tone = 5;
  const letters = [...syllable].map((char) => {
    const at = MARKS.indexOf(char);
    if (at < 0) return char === 'ü' ? 'u:' : char;
    tone = (at % 4) + 1;
    return BASES[Math.floor(at / 4)] ?? '';
  });
  return `${letters.join('')}${tone}`;
}

interface Marked {
  readonly line: number;
  readonly text: string;
  readonly isRight: boolean;
  readonly isNamed: boolean;
  readonly words: number;
  readonly flags: number;
}

function judge(marked: string, line: number, label: string | undefined, book: PinyinBook): Marked {
  const text = marked.replaceAll('▁', '');
  const at = marked.indexOf('▁');
  const words = book.words(text);
  const word = words.find(({ start, end }) => start <= at && at < end);
  const index = word === undefined ? -1 : Array.from(text.slice(word.start, at)).length;
  const named = words.filter((each) => unsureReadings(each, book).length > 0);
  return {
    line,
    text,
    isRight: withDigit(word?.readings[index]?.reading ?? '') === label,
    isNamed: word !== undefined && named.includes(word),
    words: words.length,
    flags: named.length,
  };
}

/** Which of two halves a sentence falls into, by itself: no order of the file, and no earlier fitting, has a say in it. */
function halfOf(text: string): number {
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2;
}

function score(name: string, marked: readonly Marked[]) {
  const wrong = marked.filter(({ isRight }) => !isRight);
  const named = wrong.filter(({ isNamed }) => isNamed);
  const sum = (of: (each: Marked) => number): number => marked.reduce((total, each) => total + of(each), 0);
  const figures = {
    right: 1 - wrong.length / marked.length,
    named: named.length / wrong.length,
    flags: sum(({ flags }) => flags) / sum(({ words }) => words),
  };
  console.info(
    `pinyin, ${name}: ${marked.length - wrong.length}/${marked.length} = ${(100 * figures.right).toFixed(2)} % right; ` +
      `${named.length}/${wrong.length} = ${(100 * figures.named).toFixed(1)} % of wrong readings named, ` +
      `one word in ${(1 / figures.flags).toFixed(2)}`,
  );
  return figures;
}

describe.skipIf(!isPresent)('pinyin (skipped where ../shared/data is missing)', { timeout: 120_000 }, () => {
  let book: PinyinBook;
  let marked: readonly Marked[];
  beforeAll(async () => {
    book = await loadPinyinBook();
    const read = (name: string): string[] =>
      readFileSync(join(data, 'pinyin', name), 'utf8')
        .trim()
        .split('\n');
    const labels = read('dev.lb');
    marked = read('dev.sent').map((line, index) => judge(line, index, labels[index], book));
  }, 120_000);

  it('on the CPP development set is right at least 93 times in a hundred', () => {
    expect(score('all', marked).right).toBeGreaterThanOrEqual(0.93);
  });

  it('names at least 88 % of the wrong readings at one word in eight, where the rule was not found', () => {
    // unsure.ts was found on the even lines.
    const unseen = score(
      'odd lines',
      marked.filter(({ line }) => line % 2 === 1),
    );
    expect(unseen.named).toBeGreaterThanOrEqual(0.88);
    expect(unseen.flags).toBeLessThanOrEqual(1 / 8);
  });

  it('holds on a second split by each sentence’s own hash, odd lines only', () => {
    const unseen = marked.filter(({ line }) => line % 2 === 1);
    for (const half of [0, 1]) {
      const figures = score(
        `odd lines, half ${half} by hash`,
        unseen.filter(({ text }) => halfOf(text) === half),
      );
      expect(figures.right).toBeGreaterThanOrEqual(0.92);
      expect(figures.named).toBeGreaterThanOrEqual(0.86);
      expect(figures.flags).toBeLessThanOrEqual(1 / 8);
    }
  });

  it('asks about fewer than one word in eight of ordinary prose', () => {
    let words = 0;
    let asked = 0;
    for (const folder of ['modern-prose', 'luxun', 'global-asp-zh', 'laws']) {
      const count = countIn(join(data, 'texts', folder), book);
      console.info(
        `pinyin, ${folder}: ${count.asked} of ${count.words} words asked, one in ${(count.words / count.asked).toFixed(1)}`,
      );
      if (folder === 'laws') continue;
      words += count.words;
      asked += count.asked;
    }
    console.info(`pinyin, prose: one word in ${(words / asked).toFixed(2)} asked`);
    expect(asked / words).toBeLessThanOrEqual(1 / 8);
  });
});

function countIn(folder: string, book: PinyinBook): { readonly words: number; readonly asked: number } {
  const texts = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'INDEX.md');
  const words = texts
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .flatMap((line) => proposeWords(line, { book, dictionary: new Map() }))
    .filter(({ text }) => hasHan(text));
  return { words: words.length, asked: words.filter(isUnsure).length };
}
