/** From a finding to the place where it is cured: the step's address with what to show there. Steps look for these anchors. */
import type { DraftFinding } from '../../../authoring/draft/check-draft.ts';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { sentencesOfPiece } from '../../../authoring/draft/model.ts';
import type { Place } from '../../../core/checks/place.ts';
import { stepHref } from './step-list.ts';

/** `sentence-s5`, `caption-12`, `track-sign-csl`, `term-longtang`, `block-3`, `field-session.interpreter`; '' for the page as a whole. */
export function anchorOf(place: Place): string {
  if (place.sentence !== undefined) return `sentence-${place.sentence}`;
  if (place.caption !== undefined) return `caption-${place.caption}`;
  if (place.track !== undefined) return `track-${place.track}`;
  if (place.term !== undefined) return `term-${place.term}`;
  if (place.block !== undefined) return `block-${place.block}`;
  return place.field === undefined ? '' : `field-${place.field}`;
}

export function cureHref(
  issue: string,
  { step, piece }: Pick<DraftFinding, 'step' | 'piece'>,
  place: Place,
): string {
  const anchor = anchorOf(place);
  const page = step === 'month' || piece === null ? `/studio/${issue}` : stepHref(issue, piece, step);
  return anchor === '' ? page : `${page}#${anchor}`;
}

/** What a person calls the place: which sentence, picture or caption, counted from 1. Null for a place that needs no number. */
export type PlaceName =
  | { readonly kind: 'sentence' | 'picture' | 'caption'; readonly number: number }
  | { readonly kind: 'term' }
  | null;

export function placeNameOf(place: Place, piece: DraftPiece | undefined): PlaceName {
  if (place.caption !== undefined) return { kind: 'caption', number: place.caption + 1 };
  if (place.block !== undefined && piece?.blocks[place.block]?.type === 'figure') {
    const figures = piece.blocks.slice(0, place.block + 1).filter(({ type }) => type === 'figure');
    return { kind: 'picture', number: figures.length };
  }
  if (place.sentence !== undefined && piece) {
    const at = sentencesOfPiece(piece).findIndex(({ id }) => id === place.sentence);
    if (at >= 0) return { kind: 'sentence', number: at + 1 };
  }
  return place.term === undefined ? null : { kind: 'term' };
}
