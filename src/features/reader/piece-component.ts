/** Each kind of piece is fetched only where one is opened. */
import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import type { PieceKind } from '../../core/reading/model.ts';
import type { PieceProps } from '../../pieces/piece-props.ts';

const reading = lazy(() => import('../../pieces/reading/ReadingPiece.tsx').then((code) => code.ReadingPiece));
/** Most pieces are readings: their code comes with the page's, not after the piece has said what it is. */
reading.preload().catch(() => undefined);

export const PIECE_COMPONENTS: Readonly<Record<PieceKind, ComponentType<PieceProps>>> = {
  reading,
  gallery: lazy(() => import('../../pieces/gallery/GalleryPiece.tsx').then((code) => code.GalleryPiece)),
  film: lazy(() => import('../../pieces/film/FilmPiece.tsx').then((code) => code.FilmPiece)),
  recitation: lazy(() =>
    import('../../pieces/recitation/RecitationPiece.tsx').then((code) => code.RecitationPiece),
  ),
};

/** Films and recitations arrange their own top bar with their views; the page draws it for the others. */
export function drawsOwnTop(kind: PieceKind): boolean {
  return kind === 'film' || kind === 'recitation';
}
