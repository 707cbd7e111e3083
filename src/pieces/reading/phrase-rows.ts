/**
 * One sentence on one screen is broken by phrase: after a mark, and where a phrase is still too long, between words at
 * the most even place. No word is ever broken and none is lost.
 */
import type { Word } from '../../core/reading/model.ts';
import { wordWidthEm } from './pinyin-width.ts';

const endsPhrase = /[，、；：。！？…—,;:!?]$/u;
const closes = /^[\p{Pe}\p{Pf}”’」』》）]+$/u;

export interface IndexedWord {
  readonly word: Word;
  /** In the sentence. */
  readonly index: number;
}

/** `rowEm`: how many characters fit a row. */
export function phraseRows(words: readonly Word[], rowEm: number): readonly (readonly IndexedWord[])[] {
  const phrases: IndexedWord[][] = [];
  let phrase: IndexedWord[] = [];
  for (const [index, word] of words.entries()) {
    const following = words[index + 1];
    phrase.push({ word, index });
    // A closing quote or bracket after the mark stays with it.
    const isClosed = following !== undefined && closes.test(following.text);
    if ((endsPhrase.test(word.text) || closesAfterMark(words, index)) && !isClosed) {
      phrases.push(phrase);
      phrase = [];
    }
  }
  if (phrase.length > 0) phrases.push(phrase);
  return phrases.flatMap((one) => splitEvenly(one, rowEm));
}

function closesAfterMark(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const before = words[index - 1];
  return word !== undefined && before !== undefined && closes.test(word.text) && endsPhrase.test(before.text);
}

function widthOf(words: readonly IndexedWord[]): number {
  return words.reduce((sum, { word }) => sum + wordWidthEm(word.text), 0);
}

function splitEvenly(words: readonly IndexedWord[], rowEm: number): readonly (readonly IndexedWord[])[] {
  const width = widthOf(words);
  if (width <= rowEm || words.length < 2) return [words];
  let best = 0;
  let bestDistance = Infinity;
  for (let cut = 1; cut < words.length; cut += 1) {
    const next = words[cut];
    // A mark never begins a row.
    if (!next || !/[\p{L}\p{N}“‘「『《（]/u.test(next.word.text)) continue;
    const distance = Math.abs(widthOf(words.slice(0, cut)) - width / 2);
    if (distance < bestDistance) {
      best = cut;
      bestDistance = distance;
    }
  }
  if (best === 0) return [words];
  return [...splitEvenly(words.slice(0, best), rowEm), ...splitEvenly(words.slice(best), rowEm)];
}
