/** Everything that is done to blocks, as pure functions of the piece. Ids of sentences survive all of it. */
import type { DraftBlock, DraftPiece, DraftSentence } from '../../../../authoring/draft/model.ts';
import { editLines, type Lines } from '../../../../authoring/draft-text/edit-sentences.ts';
import type { NewId } from '../../../../authoring/draft-text/new-id.ts';
import {
  linesOf,
  plainOf,
  replaceBlock,
  textOfBlock,
  withLines,
  withPlain,
  type BlockKind,
  type Part,
} from './block-lines.ts';

export interface Typing {
  readonly newId: NewId;
  /** The lines as they were when this bout of typing began. */
  readonly baseline?: Lines | undefined;
  readonly isInPlace?: boolean;
}

/** Typing. A line break that got into a paragraph begins a new one. */
export function editText(
  piece: DraftPiece,
  index: number,
  part: Part,
  text: string,
  { newId, baseline, isInPlace }: Typing,
): DraftPiece {
  const block = piece.blocks[index];
  if (block === undefined) return piece;
  const isSplit = part === 'main' && block.type !== 'list' && block.type !== 'figure' && text.includes('\n');
  const clean = part === 'plain' || block.type === 'figure' ? text.replaceAll('\n', ' ') : text;
  const prefix = part === 'main' ? 's' : 'p';
  const lines = editLines(linesOf(block, part), clean, { newId, prefix, baseline, isInPlace });
  if (!isSplit) return replaceBlock(piece, index, withLines(block, part, lines));
  const [first = [], ...others] = lines;
  return replaceBlock(
    piece,
    index,
    withLines(block, 'main', [first]),
    ...others.map((own) => after(block, own)),
  );
}

/** What follows a block that was cut: the same kind, but no second heading. */
function after(block: DraftBlock, sentences: DraftSentence[]): DraftBlock {
  return { type: block.type === 'quotation' ? 'quotation' : 'paragraph', sentences };
}

/** Enter: the block in two at the caret. */
export function splitBlock(piece: DraftPiece, index: number, at: number, newId: NewId): DraftPiece {
  const block = piece.blocks[index];
  if (block === undefined) return piece;
  if (block.type === 'figure') return insertBlocks(piece, index + 1, [{ type: 'paragraph', sentences: [] }]);
  const text = textOfBlock(block);
  const lines = editLines(linesOf(block), `${text.slice(0, at)}\n${text.slice(at)}`, { newId, prefix: 's' });
  if (block.type === 'list') return replaceBlock(piece, index, withLines(block, 'main', lines));
  const [first = [], second = []] = lines;
  // Enter at a heading's front makes room above it instead of turning it into a paragraph.
  if (first.length === 0 && second.length > 0)
    return replaceBlock(piece, index, { type: 'paragraph', sentences: [] }, block);
  return replaceBlock(piece, index, withLines(block, 'main', [first]), after(block, second));
}

/** Enter on an empty last item: the list ends, and a paragraph begins. */
export function leaveList(piece: DraftPiece, index: number): DraftPiece {
  const block = piece.blocks[index];
  if (block?.type !== 'list' || block.items.at(-1)?.sentences.length !== 0) return piece;
  const items = block.items.slice(0, -1);
  const next: DraftBlock = { type: 'paragraph', sentences: [] };
  return items.length === 0
    ? replaceBlock(piece, index, next)
    : replaceBlock(piece, index, { ...block, items }, next);
}

/** Backspace at the front: the text joins the block before it. Nothing happens behind a picture. */
export function joinWithPrevious(piece: DraftPiece, index: number): DraftPiece {
  const [before, block] = [piece.blocks[index - 1], piece.blocks[index]];
  if (before === undefined || block === undefined || block.type === 'figure') return piece;
  if (textOfBlock(block) === '') return removeBlock(piece, index);
  if (before.type === 'figure') return piece;
  if (textOfBlock(before) === '') return removeBlock(piece, index - 1);
  const [first = [], ...others] = linesOf(block);
  const lines = [...linesOf(before)];
  lines[lines.length - 1] = [...(lines.at(-1) ?? []), ...first];
  const joined = withLines(before, 'main', lines);
  const plain = [...(plainOf(before) ?? []), ...(plainOf(block) ?? [])];
  const rest = others.length > 0 ? [withLines(block, 'main', others)] : [];
  const both = replaceBlock(piece, index - 1, withPlain(joined, plain));
  return replaceBlock(both, index, ...rest);
}

export function changeKind(piece: DraftPiece, index: number, kind: BlockKind): DraftPiece {
  const block = piece.blocks[index];
  if (block === undefined || block.type === 'figure' || kind === 'figure') return piece;
  if (kind === 'bullets' || kind === 'numbers') {
    const items = linesOf(block).map((sentences) => ({ sentences: [...sentences] }));
    const list: DraftBlock = { type: 'list', ordered: kind === 'numbers', items };
    return replaceBlock(piece, index, withPlain(list, plainOf(block) ?? []));
  }
  // A list becomes as many blocks as it had items; its plain version stays with the first.
  const blocks = linesOf(block).map((own): DraftBlock => {
    const sentences = [...own];
    if (kind === 'heading2' || kind === 'heading3')
      return { type: 'heading', level: kind === 'heading2' ? 2 : 3, sentences };
    return { type: kind, sentences };
  });
  const [first, ...others] = blocks;
  if (first === undefined) return piece;
  return replaceBlock(piece, index, withPlain(first, plainOf(block) ?? []), ...others);
}

export function moveBlock(piece: DraftPiece, from: number, to: number): DraftPiece {
  const block = piece.blocks[from];
  const target = Math.max(0, Math.min(piece.blocks.length - 1, to));
  if (block === undefined || target === from) return piece;
  const others = piece.blocks.filter((_, index) => index !== from);
  return { ...piece, blocks: [...others.slice(0, target), block, ...others.slice(target)] };
}

export function insertBlocks(piece: DraftPiece, at: number, blocks: readonly DraftBlock[]): DraftPiece {
  return { ...piece, blocks: [...piece.blocks.slice(0, at), ...blocks, ...piece.blocks.slice(at)] };
}

export function removeBlock(piece: DraftPiece, index: number): DraftPiece {
  return { ...piece, blocks: piece.blocks.filter((_, each) => each !== index) };
}

/**
 * Blocks pasted at the caret: what stood behind it goes on after them. An empty block makes room for them altogether.
 * `last` is where the last of them is now.
 */
export function pasteBlocks(
  piece: DraftPiece,
  index: number,
  at: number,
  blocks: readonly DraftBlock[],
  newId: NewId,
): { readonly piece: DraftPiece; readonly last: number } {
  const block = piece.blocks[index];
  if (block === undefined || block.type === 'figure' || block.type === 'list') {
    const place = block === undefined ? piece.blocks.length : index + 1;
    return { piece: insertBlocks(piece, place, blocks), last: place + blocks.length - 1 };
  }
  const text = textOfBlock(block);
  if (text.trim() === '')
    return { piece: replaceBlock(piece, index, ...blocks), last: index + blocks.length - 1 };
  if (text.slice(at).trim() === '')
    return { piece: insertBlocks(piece, index + 1, blocks), last: index + blocks.length };
  if (text.slice(0, at).trim() === '')
    return { piece: insertBlocks(piece, index, blocks), last: index + blocks.length - 1 };
  const cut = splitBlock(piece, index, at, newId);
  return { piece: insertBlocks(cut, index + 1, blocks), last: index + blocks.length };
}
