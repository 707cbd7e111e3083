/** Where a word stands in a draft, and the one way to put other words there: a sentence's text never changes. */
import type { SentenceId } from '../../core/reading/model.ts';
import {
  textOfDraft,
  type DraftBlock,
  type DraftPiece,
  type DraftSentence,
  type DraftWord,
} from '../draft/model.ts';

export interface WordPlace {
  readonly sentence: SentenceId;
  /** Index into the sentence's words. */
  readonly word: number;
}

/** Every sentence of the piece, a block's plain version after the block. */
export function sentencesWithPlain(piece: DraftPiece): readonly DraftSentence[] {
  return piece.blocks.flatMap((block) => [
    ...(block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences),
    ...plainOf(block),
  ]);
}

/** The sentences of a block's plain version. */
export function plainOf(block: DraftBlock): readonly DraftSentence[] {
  return 'plain' in block ? (block.plain ?? []) : [];
}

export function wordAt(piece: DraftPiece, place: WordPlace): DraftWord | null {
  return sentencesWithPlain(piece).find(({ id }) => id === place.sentence)?.words[place.word] ?? null;
}

/**
 * The piece with other words in some of its sentences, plain versions included. What `update` gives is taken only when it still
 * says the same text; sentences it hands back as they are, and blocks without a change, stay the same objects.
 */
export function updateWords(
  piece: DraftPiece,
  update: (sentence: DraftSentence) => readonly DraftWord[],
): DraftPiece {
  const change = (sentence: DraftSentence): DraftSentence => {
    const words = update(sentence);
    if (words === sentence.words) return sentence;
    const next = { ...sentence, words: [...words] };
    return textOfDraft(next) === textOfDraft(sentence) && words.every(({ text }) => text !== '')
      ? next
      : sentence;
  };
  const blocks = mapKept(piece.blocks, (block) => updateBlock(block, change));
  return blocks === piece.blocks ? piece : { ...piece, blocks };
}

function updateBlock(block: DraftBlock, change: (sentence: DraftSentence) => DraftSentence): DraftBlock {
  let next = block;
  if (next.type === 'list') {
    const items = mapKept(next.items, (item) => {
      const sentences = mapKept(item.sentences, change);
      return sentences === item.sentences ? item : { ...item, sentences };
    });
    if (items !== next.items) next = { ...next, items };
  } else {
    const sentences = mapKept(next.sentences, change);
    if (sentences !== next.sentences) next = { ...next, sentences };
  }
  if ('plain' in next && next.plain !== undefined) {
    const plain = mapKept(next.plain, change);
    if (plain !== next.plain) next = { ...next, plain };
  }
  return next;
}

/** `map` that gives the same array back when nothing in it changed. */
function mapKept<T>(list: T[], change: (item: T) => T): T[] {
  const next = list.map(change);
  return next.every((item, index) => item === list[index]) ? list : next;
}

/** Changes the words of one sentence. */
export function updateSentence(
  piece: DraftPiece,
  sentence: SentenceId,
  update: (words: readonly DraftWord[]) => readonly DraftWord[],
): DraftPiece {
  return updateWords(piece, (each) => (each.id === sentence ? update(each.words) : each.words));
}
