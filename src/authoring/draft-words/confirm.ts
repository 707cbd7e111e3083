/** The readings nobody settled yet: where they are, and settling one or all of them. */
import type { SentenceId } from '../../core/reading/model.ts';
import type { DraftPiece, DraftSentence } from '../draft/model.ts';
import { setPinyin } from './edit.ts';
import { sentencesWithPlain, updateWords, wordAt, type WordPlace } from './places.ts';
import { isUnsure, settled } from './readings.ts';

/** Unsettled words in reading order. */
export function unsurePlaces(sentences: readonly DraftSentence[]): readonly WordPlace[] {
  return sentences.flatMap(({ id, words }) =>
    words.flatMap((word, index) => (isUnsure(word) ? [{ sentence: id, word: index }] : [])),
  );
}

export function unsureIn(piece: DraftPiece): readonly WordPlace[] {
  return unsurePlaces(sentencesWithPlain(piece));
}

/** Settles one word by one of its candidates, and the same word wherever else it is asked about (see `setPinyin`). */
export function confirmReading(piece: DraftPiece, place: WordPlace, pinyin?: string): DraftPiece {
  const reading = pinyin ?? wordAt(piece, place)?.pinyin;
  return reading === undefined ? piece : setPinyin(piece, place, reading);
}

/**
 * Settles everything that was proposed, at once: in these sentences, or in the whole piece. A word that nobody could read stays
 * open, since there is nothing to agree to.
 */
export function confirmAll(piece: DraftPiece, within?: ReadonlySet<SentenceId>): DraftPiece {
  return updateWords(piece, ({ id, words }) => {
    if (within !== undefined && !within.has(id)) return words;
    if (!words.some((word) => isUnsure(word) && word.pinyin !== undefined)) return words;
    return words.map((word) =>
      isUnsure(word) && word.pinyin !== undefined ? settled(word, word.pinyin) : word,
    );
  });
}
