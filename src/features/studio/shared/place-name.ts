/** What a person calls the place of a finding: which sentence, picture or caption, counted from 1. */
import { sentencesOfPiece, type DraftPiece } from '../../../authoring/draft/model.ts';
import type { Place } from '../../../core/checks/place.ts';

export interface PlaceName {
  readonly kind: 'sentence' | 'picture' | 'caption';
  readonly number: number;
}

/** Null for a place that needs no number: a field, a track, the piece as a whole. */
export function placeNameOf(place: Place, piece: DraftPiece | undefined): PlaceName | null {
  if (place.caption !== undefined) return { kind: 'caption', number: place.caption + 1 };
  if (place.block !== undefined && piece?.blocks[place.block]?.type === 'figure') {
    const figures = piece.blocks.slice(0, place.block + 1).filter(({ type }) => type === 'figure');
    return { kind: 'picture', number: figures.length };
  }
  if (place.sentence === undefined || piece === undefined) return null;
  const at = sentencesOfPiece(piece).findIndex(({ id }) => id === place.sentence);
  return at < 0 ? null : { kind: 'sentence', number: at + 1 };
}
