/**
 * A piece as it is written to disk: JSON, exactly as `JSON.stringify` would have it. A block that has not changed since is not written
 * out again, so that saving a long text while somebody types costs no more than the block they are in.
 */
import type { DraftBlock, DraftPiece } from '../../../authoring/draft/model.ts';

const known = new WeakMap<DraftBlock, string>();

export function documentOf(piece: DraftPiece): string {
  const fields = Object.entries(piece).flatMap(([name, value]: readonly [string, unknown]) => {
    const text = name === 'blocks' ? `[${piece.blocks.map(textOf).join()}]` : JSON.stringify(value);
    // What JSON has no word for is left out.
    return typeof text === 'string' ? [`${JSON.stringify(name)}:${text}`] : [];
  });
  return `{${fields.join()}}`;
}

function textOf(block: DraftBlock): string {
  const text = known.get(block) ?? JSON.stringify(block);
  known.set(block, text);
  return text;
}
