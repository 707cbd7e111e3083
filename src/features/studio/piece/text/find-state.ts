/** Find and replace over the whole piece: the text, its plain version, descriptions of pictures, title and questions. */
import type { DraftPiece } from '../../../../authoring/draft/model.ts';
import type { NewId } from '../../../../authoring/draft-text/new-id.ts';
import { editText } from './block-edits.ts';
import { plainOf, replaceBlock, textOfBlock, type Part } from './block-lines.ts';

export interface Match {
  readonly index: number;
  readonly part: Part | 'alt';
  readonly start: number;
  readonly end: number;
}

/** In reading order. Capitals do not matter. */
export function findMatches(piece: DraftPiece, wanted: string): Match[] {
  if (wanted === '') return [];
  return piece.blocks.flatMap((block, index) => {
    const parts: [Match['part'], string][] = [['main', textOfBlock(block)]];
    if (plainOf(block) !== undefined) parts.push(['plain', textOfBlock(block, 'plain')]);
    if (block.type === 'figure') parts.unshift(['alt', block.alt]);
    return parts.flatMap(([part, text]) =>
      placesOf(text, wanted).map((start) => ({ index, part, start, end: start + wanted.length })),
    );
  });
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  const [hay, needle] = [lowered(text), lowered(wanted)];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}

/** Only where small letters take as much room as capitals, so that places stay true. */
function lowered(text: string): string {
  return text.replaceAll(/[A-Z\u00C0-\u00DE]/gu, (letter) => letter.toLowerCase());
}

export function replaceMatch(piece: DraftPiece, match: Match, by: string, newId: NewId): DraftPiece {
  const block = piece.blocks[match.index];
  if (block === undefined) return piece;
  if (match.part === 'alt') {
    if (block.type !== 'figure') return piece;
    const alt = block.alt.slice(0, match.start) + by + block.alt.slice(match.end);
    return replaceBlock(piece, match.index, { ...block, alt });
  }
  const text = textOfBlock(block, match.part);
  return editText(piece, match.index, match.part, text.slice(0, match.start) + by + text.slice(match.end), {
    newId,
    isInPlace: true,
  });
}

/** From the last to the first, so that places ahead stay where they are. */
export function replaceAll(piece: DraftPiece, wanted: string, by: string, newId: NewId): DraftPiece {
  return findMatches(piece, wanted)
    .reverse()
    .reduce((whole, match) => replaceMatch(whole, match, by.replaceAll('\n', ' '), newId), piece);
}
