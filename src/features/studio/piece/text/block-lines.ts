/** A block as the editor shows it: lines of sentences, in the text itself or in its plain version. */
import type { DraftBlock, DraftPiece, DraftSentence } from '../../../../authoring/draft/model.ts';
import { textOfLines, type Lines } from '../../../../authoring/draft-text/edit-sentences.ts';

export type Part = 'main' | 'plain';
export type BlockKind =
  'paragraph' | 'heading2' | 'heading3' | 'quotation' | 'bullets' | 'numbers' | 'figure';

export function kindOf(block: DraftBlock): BlockKind {
  if (block.type === 'heading') return block.level === 2 ? 'heading2' : 'heading3';
  if (block.type === 'list') return block.ordered ? 'numbers' : 'bullets';
  return block.type;
}

export function plainOf(block: DraftBlock): DraftSentence[] | undefined {
  return 'plain' in block ? block.plain : undefined;
}

export const canHavePlain = (block: DraftBlock): boolean =>
  block.type === 'paragraph' || block.type === 'quotation' || block.type === 'list';

export function linesOf(block: DraftBlock, part: Part = 'main'): Lines {
  if (part === 'plain') return [plainOf(block) ?? []];
  return block.type === 'list' ? block.items.map(({ sentences }) => sentences) : [block.sentences];
}

export function textOfBlock(block: DraftBlock, part: Part = 'main'): string {
  return textOfLines(linesOf(block, part));
}

export function withLines(block: DraftBlock, part: Part, lines: Lines): DraftBlock {
  if (part === 'plain') return withPlain(block, lines.flat());
  if (block.type !== 'list') return { ...block, sentences: lines.flat() };
  const items = lines.map((sentences, index) => {
    const before = block.items[index];
    const isSame =
      before?.sentences.length === sentences.length &&
      before.sentences.every((each, place) => each === sentences[place]);
    return isSame && before !== undefined ? before : { sentences: [...sentences] };
  });
  return { ...block, items };
}

/** A plain version without a word is none. */
export function withPlain(block: DraftBlock, plain: DraftSentence[]): DraftBlock {
  if (block.type === 'heading' || block.type === 'figure') return block;
  const { plain: _, ...rest } = block;
  return plain.length === 0 ? rest : { ...rest, plain };
}

export function replaceBlock(piece: DraftPiece, index: number, ...blocks: readonly DraftBlock[]): DraftPiece {
  return { ...piece, blocks: [...piece.blocks.slice(0, index), ...blocks, ...piece.blocks.slice(index + 1)] };
}

/** The sentence at a place of the editor's text. Between two it is the second, as a caret there writes into it. */
export interface SentencePlace {
  readonly line: number;
  readonly index: number;
  /** Offset within the sentence. */
  readonly offset: number;
}

export function sentenceAt(lines: Lines, at: number): SentencePlace | null {
  let start = 0;
  let last: SentencePlace | null = null;
  for (const [line, sentences] of lines.entries()) {
    for (const [index, { words }] of sentences.entries()) {
      const length = words.reduce((sum, word) => sum + word.text.length, 0);
      if (at >= start && at < start + length) return { line, index, offset: at - start };
      if (at === start + length) last = { line, index, offset: length };
      start += length;
    }
    if (at === start) return last;
    start += 1;
  }
  return last;
}
