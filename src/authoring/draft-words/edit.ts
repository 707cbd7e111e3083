/** What a person does to words: join, cut, read otherwise, mark as a term. Pure; the text stays as it is. */
import type { TermId } from '../../core/reading/model.ts';
import type { DraftPiece, DraftWord } from '../draft/model.ts';
import { hasHan } from '../pinyin.ts';
import { sentencesWithPlain, updateSentence, updateWords, wordAt, type WordPlace } from './places.ts';
import {
  joinWritten,
  MOST_CANDIDATES,
  settled,
  withReading,
  type ReadWord,
  type WordReading,
} from './readings.ts';
import { isSingle } from './settled.ts';
import { syllablesOf } from './typed-pinyin.ts';

const WORD_ONLY = /^[\p{L}\p{M}\p{N}]+$/u;
const HAN = /\p{Script=Han}/u;

/** Why two neighbours cannot become one word. */
export type MergeFault = 'no-next' | 'punctuation' | 'two-terms';

export function mergeFault(word: DraftWord | undefined, next: DraftWord | undefined): MergeFault | null {
  if (!word || !next) return 'no-next';
  if (!WORD_ONLY.test(word.text) || !WORD_ONLY.test(next.text)) return 'punctuation';
  const hasTwo = word.term !== undefined && next.term !== undefined && word.term !== next.term;
  return hasTwo ? 'two-terms' : null;
}

/** Joins a word with the next one; nothing happens where `mergeFault` names a reason. */
export function mergeWords(piece: DraftPiece, place: WordPlace, read: ReadWord): DraftPiece {
  return updateSentence(piece, place.sentence, (words) => {
    const [word, next] = [words[place.word], words[place.word + 1]];
    if (mergeFault(word, next) !== null || !word || !next) return words;
    return [...words.slice(0, place.word), merged(word, next, read), ...words.slice(place.word + 2)];
  });
}

function merged(word: DraftWord, next: DraftWord, read: ReadWord): DraftWord {
  const text = word.text + next.text;
  const term = word.term ?? next.term;
  const bare: DraftWord = {
    text,
    ...(term === undefined ? {} : { term }),
    ...((word.emphasis ?? next.emphasis) ? { emphasis: true as const } : {}),
  };
  return hasHan(text) ? withReading(bare, read(text) ?? joinedReading(word, next)) : bare;
}

function joinedReading(word: DraftWord, next: DraftWord): WordReading {
  const [left, right] = [waysOf(word), waysOf(next)];
  const ways = left.flatMap((one) => right.map((other) => joinParts(word, one, next, other)));
  const [first] = ways;
  if (first === undefined) return { candidates: [] };
  const isSettled = word.candidates === undefined && next.candidates === undefined;
  return isSettled ? { pinyin: first } : { pinyin: first, candidates: ways.slice(0, MOST_CANDIDATES) };
}

/** Latin and digits are written as they are. */
function waysOf(word: DraftWord): readonly string[] {
  if (!hasHan(word.text)) return [word.text];
  return word.candidates ?? (word.pinyin === undefined ? [] : [word.pinyin]);
}

function joinParts(word: DraftWord, left: string, next: DraftWord, right: string): string {
  return hasHan(word.text) && hasHan(next.text) ? joinWritten(left, right) : `${left} ${right}`;
}

/** Places, counted in characters, at which a word can be cut. */
export function cutsOf(word: DraftWord): readonly number[] {
  return Array.from({ length: Math.max(0, [...word.text].length - 1) }, (_, index) => index + 1);
}

/** Cuts a word after `at` characters; each part keeps its share of a reading a person gave. */
export function splitWord(piece: DraftPiece, place: WordPlace, at: number, read: ReadWord): DraftPiece {
  return updateSentence(piece, place.sentence, (words) => {
    const word = words[place.word];
    if (!word || !cutsOf(word).includes(at)) return words;
    return [...words.slice(0, place.word), ...parts(word, at, read), ...words.slice(place.word + 1)];
  });
}

function parts(word: DraftWord, at: number, read: ReadWord): DraftWord[] {
  const chars = [...word.text];
  const { term: _, ...bare } = word;
  const before = chars.slice(0, at).filter((char) => HAN.test(char)).length;
  return [chars.slice(0, at), chars.slice(at)].map((own, index) => {
    const text = own.join('');
    const part = { ...bare, text };
    if (!hasHan(text)) return withReading(part, {});
    const share = (pinyin: string): readonly string[] => {
      const syllables = syllablesOf(word.text, pinyin);
      const mine = index === 0 ? syllables?.slice(0, before) : syllables?.slice(before);
      // 儿 that only coloured a syllable is a word of its own now.
      return mine === undefined ? [] : [mine.map((each) => (each === 'r' ? 'ér' : each)).reduce(joinWritten)];
    };
    const ways = [...new Set((word.candidates ?? [word.pinyin ?? '']).flatMap(share))];
    const [first, other] = ways;
    if (first === undefined) return withReading(part, read(text) ?? { candidates: [] });
    return withReading(part, other === undefined ? { pinyin: first } : { pinyin: first, candidates: ways });
  });
}

/**
 * A reading given or confirmed by a person. A word of several characters is read so wherever it stands in the piece with the same
 * reading or none settled; a single character only here, since it hangs on its neighbours.
 */
export function setPinyin(piece: DraftPiece, place: WordPlace, pinyin: string): DraftPiece {
  const word = wordAt(piece, place);
  if (!word || pinyin === '' || !hasHan(word.text)) return piece;
  if (isSingle(word.text)) {
    return updateSentence(piece, place.sentence, (words) =>
      words.map((each, index) => (index === place.word ? settled(each, pinyin) : each)),
    );
  }
  return updateWords(piece, ({ words, id }) => {
    const isMeant = (each: DraftWord, index: number): boolean =>
      (id === place.sentence && index === place.word) ||
      (each.text === word.text && (each.candidates !== undefined || each.pinyin === word.pinyin));
    return words.some(isMeant)
      ? words.map((each, index) => (isMeant(each, index) ? settled(each, pinyin) : each))
      : words;
  });
}

/** Marks every place of this word; another card it had gives way. */
export function markTerm(piece: DraftPiece, text: string, term: TermId): DraftPiece {
  return updateWords(piece, ({ words }) =>
    words.some((word) => word.text === text && word.term !== term)
      ? words.map((word) => (word.text === text ? { ...word, term } : word))
      : words,
  );
}

export function unmarkTerm(piece: DraftPiece, term: TermId): DraftPiece {
  return updateWords(piece, ({ words }) =>
    words.some((word) => word.term === term)
      ? words.map((word) => {
          if (word.term !== term) return word;
          const { term: _, ...rest } = word;
          return rest;
        })
      : words,
  );
}

/** The terms the piece marks, in order of first mark. */
export function termsMarked(piece: DraftPiece): ReadonlySet<TermId> {
  const ids = sentencesWithPlain(piece).flatMap(({ words }) => words.map(({ term }) => term));
  return new Set(ids.filter((id) => id !== undefined));
}
