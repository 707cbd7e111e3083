/** Splitting and merging sentences where the caret is. */
import type { DraftPiece, DraftSentence } from '../../../../authoring/draft/model.ts';
import type { Lines } from '../../../../authoring/draft-text/edit-sentences.ts';
import type { NewId } from '../../../../authoring/draft-text/new-id.ts';
import {
  canSplit,
  foldSentence,
  mergeSentences,
  splitSentence,
} from '../../../../authoring/draft-text/split-merge.ts';
import { linesOf, replaceBlock, sentenceAt, withLines, type Part } from './block-lines.ts';

export interface CaretPlace {
  readonly index: number;
  readonly part: Part;
  /** In the editor's text of this part. */
  readonly at: number;
}

/** What the one key would do here. */
export type SentenceAct = 'split' | 'merge' | 'nothing';

export interface SentenceActs {
  /** The sentence the caret is in, counted from 1, and how many the part has. */
  readonly number: number;
  readonly count: number;
  readonly canSplit: boolean;
  readonly canMerge: boolean;
  readonly key: SentenceAct;
}

function lineOf(lines: Lines, line: number): readonly DraftSentence[] {
  return lines[line] ?? [];
}

/** Between two sentences the key takes the border away; inside one it draws it. */
export function sentenceActs(lines: Lines, at: number): SentenceActs {
  const place = sentenceAt(lines, at);
  const count = lines.reduce((sum, line) => sum + line.length, 0);
  if (place === null) return { number: 0, count, canSplit: false, canMerge: false, key: 'nothing' };
  const own = lineOf(lines, place.line);
  const sentence = own[place.index];
  const cut = sentence !== undefined && canSplit(sentence, place.offset);
  const isBorder = place.offset === 0 && place.index > 0;
  const canMerge = isBorder || place.index < own.length - 1;
  const before = lines.slice(0, place.line).reduce((sum, line) => sum + line.length, 0);
  return {
    number: before + place.index + 1,
    count,
    canSplit: cut,
    canMerge,
    key: isBorder ? 'merge' : cut ? 'split' : canMerge ? 'merge' : 'nothing',
  };
}

export function splitAt(piece: DraftPiece, { index, part, at }: CaretPlace, newId: NewId): DraftPiece {
  const block = piece.blocks[index];
  if (block === undefined) return piece;
  const lines = linesOf(block, part);
  const place = sentenceAt(lines, at);
  const sentence = place === null ? undefined : lineOf(lines, place.line)[place.index];
  if (place === null || sentence === undefined || !canSplit(sentence, place.offset)) return piece;
  const parts = splitSentence(sentence, place.offset, newId, part === 'main' ? 's' : 'p');
  return replaceBlock(
    piece,
    index,
    withLines(block, part, spliced(lines, place.line, place.index, 1, parts)),
  );
}

/** The sentence at the caret with the next; right between two, those two. Everything of the second belongs to the first. */
export function mergeAt(piece: DraftPiece, { index, part, at }: CaretPlace): DraftPiece {
  const block = piece.blocks[index];
  if (block === undefined) return piece;
  const lines = linesOf(block, part);
  const place = sentenceAt(lines, at);
  if (place === null) return piece;
  const from = place.offset === 0 && place.index > 0 ? place.index - 1 : place.index;
  const [first, second] = lineOf(lines, place.line).slice(from, from + 2);
  if (first === undefined || second === undefined) return piece;
  const merged = spliced(lines, place.line, from, 2, [mergeSentences(first, second)]);
  return foldSentence(replaceBlock(piece, index, withLines(block, part, merged)), second.id, first.id);
}

function spliced(
  lines: Lines,
  line: number,
  from: number,
  count: number,
  fresh: readonly DraftSentence[],
): Lines {
  return lines.map((own, index) =>
    index === line ? [...own.slice(0, from), ...fresh, ...own.slice(from + count)] : own,
  );
}
