/**
 * Running text with the author's marks, on its way from a source format to sentences and words. Offsets are UTF-16 code
 * units of `text`.
 */
import type { TermId, Word } from '../core/reading/model.ts';
import { splitSentences } from '../core/reading/sentences.ts';
import type { UnsureReading } from './issue-source.ts';
import type { BookWord, PinyinBook, Reading } from './pinyin-book.ts';
import { hasHan, joinPinyin } from './pinyin.ts';
import { unsureReadings } from './unsure.ts';
import { boundariesByBook, type FindBoundaries } from './words.ts';

/** `{字|pinyin}`, `{one word}` or `[text](term:id)`: one word, whatever the segmenter thinks. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly pinyin?: string;
  readonly term?: TermId;
}

export interface Prose {
  readonly text: string;
  /** In order, never overlapping. */
  readonly marks: readonly Mark[];
  /** Emphasised stretches, in order. */
  readonly emphasis: readonly { readonly start: number; readonly end: number }[];
}

export interface ProseSentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly unsure: readonly Doubt[];
}

export interface Doubt extends Pick<UnsureReading, 'word' | 'text' | 'chosen' | 'candidates'> {
  /** Which character of the word it is. */
  readonly at: number;
}

export interface Wording {
  readonly book: PinyinBook;
  /** Another way of finding words may be put in; the dictionary's is the default. */
  readonly findBoundaries?: FindBoundaries;
}

/** Cuts prose into sentences of words with pinyin. The words of all sentences joined are `prose.text`. */
export function composeSentences(prose: Prose, wording: Wording): ProseSentence[] {
  return cutAroundMarks(prose).map(([from, to]) => composeSentence(prose, from, to, wording));
}

/** The same for prose that is one sentence already, whatever stops it holds. */
export function composeWhole(prose: Prose, wording: Wording): ProseSentence {
  return composeSentence(prose, 0, prose.text.length, wording);
}

/** Sentence borders; a mark that holds a full stop (the title of a play, say) is never cut in two. */
export function cutAroundMarks(prose: Prose): [number, number][] {
  const cuts: [number, number][] = [];
  let from = 0;
  let at = 0;
  for (const part of splitSentences(prose.text)) {
    at += part.length;
    if (prose.marks.some(({ start, end }) => start < at && at < end)) continue;
    cuts.push([from, at]);
    from = at;
  }
  return cuts;
}

function composeSentence(prose: Prose, from: number, to: number, wording: Wording): ProseSentence {
  const text = prose.text.slice(from, to);
  const within = ({ start, end }: { start: number; end: number }): boolean => start >= from && end <= to;
  const marks = prose.marks
    .filter(within)
    .map((mark) => ({ ...mark, start: mark.start - from, end: mark.end - from }));
  const read = wording.book.words(text);
  const unsure: Doubt[] = [];
  const words = wordSpans(prose, from, text, marks, wording).map(([start, end], index): Word => {
    const mark = marks.find((each) => each.start === start && each.end === end);
    const word = text.slice(start, end);
    const emphasis = prose.emphasis.some((each) => each.start <= from + start && from + end <= each.end);
    const pinyin = mark?.pinyin ?? pinyinOf(word, start, read);
    if (mark?.pinyin === undefined) unsure.push(...doubts(word, start, index, pinyin, read, wording.book));
    return {
      text: word,
      ...(pinyin === null ? {} : { pinyin }),
      ...(mark?.term === undefined ? {} : { term: mark.term }),
      ...(emphasis ? { emphasis } : {}),
    };
  });
  return { text, words, unsure };
}

/** Where words begin and end: the author's marks win, then the edges of emphasis, then the segmenter. */
function wordSpans(
  prose: Prose,
  from: number,
  text: string,
  marks: readonly Mark[],
  wording: Wording,
): [number, number][] {
  const find = wording.findBoundaries ?? boundariesByBook(wording.book);
  const borders = new Set([0, text.length]);
  let gap = 0;
  for (const { start, end } of [...marks, { start: text.length, end: text.length }]) {
    for (const border of find(text.slice(gap, start))) borders.add(gap + border);
    borders.add(start).add(end);
    gap = end;
  }
  for (const { start, end } of prose.emphasis) {
    for (const edge of [start - from, end - from]) {
      if (edge > 0 && edge < text.length && !marks.some((mark) => mark.start < edge && edge < mark.end))
        borders.add(edge);
    }
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => [sorted[index] ?? 0, end]);
}

/** The readings of the sentence as a whole, gathered for one word: context settles many a 多音字. */
function pinyinOf(word: string, start: number, read: readonly BookWord[]): string | null {
  if (!hasHan(word)) return null;
  const readings = readingsIn(word, start, read);
  const last = readings.at(-1);
  // A lone 儿 was joined to the word before it: it colours that word's last syllable.
  const isErhua =
    last?.char === '儿' &&
    readings.length > 1 &&
    read.some(({ start: at, end }) => end - at === 1 && end === start + word.length);
  return joinPinyin(isErhua ? [...readings.slice(0, -1), { char: '儿', reading: 'er' }] : readings);
}

function readingsIn(word: string, start: number, read: readonly BookWord[]): Reading[] {
  const known = new Map<number, Reading>();
  for (const bookWord of read) {
    let at = bookWord.start;
    for (const reading of bookWord.readings) {
      known.set(at, reading);
      at += reading.char.length;
    }
  }
  let at = start;
  return [...word].map((char) => {
    const reading = known.get(at) ?? { char, reading: '' };
    at += char.length;
    return reading;
  });
}

function doubts(
  word: string,
  start: number,
  index: number,
  pinyin: string | null,
  read: readonly BookWord[],
  book: PinyinBook,
): Doubt[] {
  const end = start + word.length;
  return read
    .filter((bookWord) => bookWord.start < end && bookWord.end > start)
    .flatMap((bookWord) => {
      let at = bookWord.start;
      const offsets = bookWord.readings.map(({ char }) => (at += char.length) - char.length);
      return unsureReadings(bookWord, book)
        .filter((doubt) => (offsets[doubt.index] ?? -1) >= start && (offsets[doubt.index] ?? end) < end)
        .map((doubt) => ({
          word: index,
          at: Array.from(word.slice(0, (offsets[doubt.index] ?? start) - start)).length,
          text: bookWord.readings[doubt.index]?.char ?? word,
          chosen: bookWord.readings[doubt.index]?.reading ?? pinyin ?? '',
          candidates: doubt.candidates,
        }));
    });
}
