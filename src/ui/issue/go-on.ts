import type { PieceInfo, PiecePlace } from './piece-info.ts';

export interface GoOn<P> {
  readonly how: 'start' | 'on' | 'again';
  readonly piece: P;
  /** Where in it, when it was begun. */
  readonly place: PiecePlace | null;
}

/**
 * Where the big button leads: the piece read last if it is not finished, else any other begun one, else the first not
 * begun; when all are finished, from the beginning again. `places` most recent first.
 */
export function whereToGoOn<P extends Pick<PieceInfo, 'id'>>(
  pieces: readonly P[],
  places: readonly PiecePlace[],
): GoOn<P> | null {
  for (const place of places) {
    const piece = pieces.find((one) => one.id === place.piece);
    if (piece !== undefined && !place.finished) return { how: 'on', piece, place };
  }
  const first = pieces[0];
  if (first === undefined) return null;
  const unread = pieces.find((piece) => !places.some((place) => place.piece === piece.id));
  return unread === undefined
    ? { how: 'again', piece: first, place: null }
    : { how: 'start', piece: unread, place: null };
}
