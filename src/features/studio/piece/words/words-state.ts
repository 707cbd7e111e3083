/** What the words step shows and where it goes next, without a page around it. */
import { unsureIn, unsurePlaces } from '../../../../authoring/draft-words/confirm.ts';
import { plainOf, type WordPlace } from '../../../../authoring/draft-words/places.ts';
import { isUnread } from '../../../../authoring/draft-words/readings.ts';
import {
  sentencesOfDraftBlock,
  type DraftPiece,
  type DraftSentence,
  type DraftWord,
} from '../../../../authoring/draft/model.ts';

export interface Row {
  readonly sentence: DraftSentence;
  /** 1 for the first sentence of the text; sentences of a plain version count on from their block's. */
  readonly number: number;
  readonly kind: 'heading' | 'text' | 'plain';
}

/** Enough to have in sight, few enough to be drawn at once on a slow tablet. */
export const ROWS_A_PAGE = 20;

export function rowsOf(piece: DraftPiece): readonly Row[] {
  let number = 0;
  return piece.blocks.flatMap((block): Row[] => [
    ...sentencesOfDraftBlock(block).map((sentence): Row => {
      number += 1;
      return { sentence, number, kind: block.type === 'heading' ? 'heading' : 'text' };
    }),
    ...plainOf(block).map((sentence): Row => ({ sentence, number, kind: 'plain' })),
  ]);
}

export function pageCount(rows: readonly Row[]): number {
  return Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
}

export function rowsOnPage(rows: readonly Row[], page: number): readonly Row[] {
  return rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE);
}

/** The first where there is no such sentence. */
export function pageWith(rows: readonly Row[], sentence: string | null): number {
  const index = rows.findIndex((row) => row.sentence.id === sentence);
  return index < 0 ? 0 : Math.floor(index / ROWS_A_PAGE);
}

/** How many readings are open in these rows. */
export function countUnsure(rows: readonly Row[]): number {
  return unsurePlaces(rows.map(({ sentence }) => sentence)).length;
}

/** Those of them that have a proposal to agree to. */
export function countProposed(rows: readonly Row[]): number {
  return rows
    .flatMap(({ sentence }) => sentence.words)
    .filter(({ candidates, pinyin }) => candidates !== undefined && pinyin !== undefined).length;
}

/** The next open reading after a place, from the beginning again after the last; null when all are settled. */
export function nextUnsure(piece: DraftPiece, after: WordPlace | null): WordPlace | null {
  const open = unsureIn(piece);
  if (after === null) return open[0] ?? null;
  const order = new Map(rowsOf(piece).map(({ sentence }, index) => [sentence.id, index]));
  const isBehind = (place: WordPlace): boolean => {
    const [line, from] = [order.get(place.sentence) ?? 0, order.get(after.sentence) ?? -1];
    return line > from || (line === from && place.word > after.word);
  };
  return open.find(isBehind) ?? open[0] ?? null;
}

/** How many words `change` would settle or alter besides the one at hand: 「还有 3 处也一起定了」. */
export function countChanged(before: DraftPiece, after: DraftPiece): number {
  const words = (piece: DraftPiece) => rowsOf(piece).map(({ sentence }) => sentence.words);
  const others = words(after);
  return words(before).reduce(
    (sum, own, line) => sum + own.filter((word, index) => others[line]?.[index] !== word).length,
    0,
  );
}

const LETTERS = /[\p{L}\p{N}]/u;

/** Words that can be chosen; marks, white space and what nobody has read yet are only shown. */
export function isWord(word: DraftWord | undefined): boolean {
  return word !== undefined && LETTERS.test(word.text) && !isUnread(word);
}

/** What opens goes with the word behind it, every other mark with the word before it: neither ends or begins a line alone. */
const OPENS = /^[\p{Ps}\p{Pi}“‘「『《〈]+$/u;

/** Indexes of words that stay on one line together: a word with its marks. */
export function unitsOf(sentence: DraftSentence): readonly (readonly number[])[] {
  const units: number[][] = [];
  let isWaiting = false;
  sentence.words.forEach((word, index) => {
    const { text } = word;
    const last = units.at(-1);
    const isMark = !LETTERS.test(text);
    if (last && (isWaiting || (isMark && !OPENS.test(text)))) last.push(index);
    else units.push([index]);
    isWaiting = isMark && OPENS.test(text);
  });
  return units;
}

/** The word beside the one at `index`, marks left out; the same where there is none. */
export function wordBeside(sentence: DraftSentence, index: number, step: 1 | -1): number {
  for (let at = index + step; at >= 0 && at < sentence.words.length; at += step) {
    if (isWord(sentence.words[at])) return at;
  }
  return index;
}
