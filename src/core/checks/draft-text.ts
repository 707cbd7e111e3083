/** The sentences of a draft, as `model.ts` has them for a finished reading. */
import type { Sentence } from '../reading/model.ts';
import type { BlockDraft } from './draft.ts';

/** A block of any stage: pictures may be paths, blobs or only their words. */
type AnyBlock =
  | Exclude<BlockDraft, { type: 'figure' }>
  | { readonly type: 'figure'; readonly sentences: readonly Sentence[] };

export function sentencesOfDraft(blocks: readonly AnyBlock[]): readonly Sentence[] {
  return blocks.flatMap((block) =>
    block.type === 'list' ? block.items.flatMap((item) => item.sentences) : block.sentences,
  );
}

/** Plain versions included. */
export function allSentencesOfDraft(blocks: readonly AnyBlock[]): readonly Sentence[] {
  const plain = blocks.flatMap((block) => ('plain' in block && block.plain !== undefined ? block.plain : []));
  return [...sentencesOfDraft(blocks), ...plain];
}
