/**
 * Cuts a sentence into words: what pinyin stands over, what is tapped, what never breaks across lines. The engine's own
 * `Intl.Segmenter` knows numbers, Latin and punctuation everywhere, but its Chinese is weak (「一|会|儿」, 「干|干净|净」,
 * 「图书|馆」), so the dictionary's words hold wherever the text is Chinese. Either way nothing is lost: the words joined
 * are the text.
 */
import type { PinyinBook } from './pinyin-book.ts';

/** Offsets (UTF-16) at which a new word begins, 0 excluded. */
export type FindBoundaries = (text: string) => ReadonlySet<number>;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The engine's words alone, for where no dictionary is at hand. */
export const boundariesByIntl: FindBoundaries = (text) =>
  new Set([...segmenter.segment(text)].map(({ index }) => index).filter((index) => index > 0));

const HAN = /\p{Script=Han}/u;
/** Kept whole: a broken ellipsis or dash, or white space apart, would only make empty words. */
const RUNS = /…+|⋯+|—+|\s+|\.{3,}/gu;
/** 「他用」, 「带我去」 stand in the dictionary, yet a pronoun is a word of its own, except in these. */
const PRONOUN = /[我你您他她它]/u;
const WITH_PRONOUN =
  /^(?:[我你您他她它咱]们|自我|忘我|大我|小我|其他|其它|他人|他乡|他日|他国|他方|他处|无他|吉他|维他命|我国|我方|我军|我党|迷你|拜拜了您.*)$/u;
/** 「嫩嫩的」, 「偷偷地」: 的 and 地 are written apart (GB/T 16159, 6.1.10); 目的, 土地, 目的地 are words. */
const PARTICLE_END = /^(?:.{2,}(?<!目)的|(.)\1地|.{1,3}然地)$/u;

export function boundariesByBook(book: PinyinBook): FindBoundaries {
  return (text) => {
    const found = new Set(boundariesByIntl(text));
    for (const { start, end } of book.words(text)) {
      for (let index = start + 1; index < end; index += 1) found.delete(index);
      found.add(start).add(end);
      for (const inner of splitsInside(text.slice(start, end))) found.add(start + inner);
      if (text.slice(start, end) === '儿' && HAN.test(text[start - 1] ?? '')) found.delete(start);
    }
    for (const run of text.matchAll(RUNS)) {
      for (let index = run.index + 1; index < run.index + run[0].length; index += 1) found.delete(index);
      found.add(run.index).add(run.index + run[0].length);
    }
    found.delete(0);
    found.delete(text.length);
    return found;
  };
}

function splitsInside(word: string): number[] {
  const splits: number[] = [];
  if (PARTICLE_END.test(word)) splits.push(word.length - 1);
  if (PRONOUN.test(word) && word.length <= 3 && !WITH_PRONOUN.test(word)) {
    for (const match of word.matchAll(/[我你您他她它]们?/gu))
      splits.push(match.index, match.index + match[0].length);
  }
  return splits.filter((index) => index > 0 && index < word.length);
}
