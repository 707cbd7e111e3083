/**
 * What this draft has settled already, so that nothing is asked twice. A word of several characters is read one way throughout;
 * a single character hangs on its neighbours (很长, 长大), so it counts as settled only between the same two words.
 */
import type { DraftPiece, DraftWord } from '../draft/model.ts';
import { hasHan } from '../pinyin.ts';
import { sentencesWithPlain } from './places.ts';

export interface Settled {
  /** Words of several characters → pinyin. */
  readonly words: ReadonlyMap<string, string>;
  /** Single characters with their neighbours → pinyin. */
  readonly inPlace: ReadonlyMap<string, string>;
}

export function settledIn(piece: DraftPiece): Settled {
  const words = new Map<string, string | null>();
  const inPlace = new Map<string, string | null>();
  const note = (known: Map<string, string | null>, key: string, pinyin: string): void =>
    // Read in two ways by the same person, it is not settled.
    void known.set(key, (known.get(key) ?? pinyin) === pinyin && known.get(key) !== null ? pinyin : null);
  for (const sentence of sentencesWithPlain(piece)) {
    sentence.words.forEach((word, index) => {
      if (!isSettled(word) || word.pinyin === undefined) return;
      if (isSingle(word.text)) {
        const key = placeOf(word.text, sentence.words[index - 1]?.text, sentence.words[index + 1]?.text);
        note(inPlace, key, word.pinyin);
      } else note(words, word.text, word.pinyin);
    });
  }
  return { words: withoutNull(words), inPlace: withoutNull(inPlace) };
}

export function readAsBefore(
  text: string,
  before: string | undefined,
  after: string | undefined,
  settled: Settled,
): string | null {
  return (
    (isSingle(text) ? settled.inPlace.get(placeOf(text, before, after)) : settled.words.get(text)) ?? null
  );
}

/** A 多音字 by itself: what it is read as says nothing about the next place it stands in. */
export function isSingle(text: string): boolean {
  return [...text].length === 1;
}

function isSettled(word: DraftWord): boolean {
  return hasHan(word.text) && word.pinyin !== undefined && word.candidates === undefined;
}

function placeOf(text: string, before = '', after = ''): string {
  return `${before}\n${text}\n${after}`;
}

function withoutNull(known: ReadonlyMap<string, string | null>): ReadonlyMap<string, string> {
  return new Map([...known].flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])));
}
