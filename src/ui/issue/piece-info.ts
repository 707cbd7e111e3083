/** What the lists of an issue's pieces need to know of a piece; `PieceSummary` of the shelf has this shape. */
type PieceKindName = 'reading' | 'film' | 'recitation' | 'gallery';

export interface PieceInfo {
  readonly id: string;
  readonly kind: PieceKindName;
  readonly title: string;
  readonly sentenceCount: number;
  readonly characterCount: number;
  /** Seconds. */
  readonly duration?: number;
  readonly pictureCount?: number;
  readonly hasSign: boolean;
  readonly placeholderSign: boolean;
  readonly hasCaptions: boolean;
  readonly hasPinyin: boolean;
  /** Local date `2026-11-25` from which it is shown. */
  readonly showFrom?: string;
}

/** How far someone is in one piece of the issue. */
export interface PiecePlace {
  readonly piece: string;
  /** From 0. */
  readonly index: number;
  readonly total: number;
  readonly finished: boolean;
}

/** `today` as a local date; ISO dates compare as text. */
export function isOut(piece: Pick<PieceInfo, 'showFrom'>, today: string): boolean {
  return piece.showFrom === undefined || piece.showFrom <= today;
}
