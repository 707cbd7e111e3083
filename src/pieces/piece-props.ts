/**
 * What every kind of piece is given and what it reports. A piece knows no storage, no bookcase and no route, so the
 * member's page and the studio's preview can both show it.
 */
import type { ComponentChildren } from 'preact';
import type { BlobRef, PieceKind, SentenceId, TermId } from '../core/reading/model.ts';
import type { Piece } from '../core/shelf/issue.ts';

/**
 * The settings a piece acts on. A part of storage's `Settings`, said again here because pieces know no storage; the two
 * are held together by the compiler wherever a page hands its settings to a piece.
 */
export interface PieceSettings {
  readonly pinyin: 'off' | 'tap' | 'new' | 'all';
  readonly wordSpacing: boolean;
  readonly lineFocus: boolean;
  /** 逐句: one sentence a screen. */
  readonly solo: boolean;
  readonly highlight: boolean;
  readonly plain: boolean;
  /** Characters a caption line. */
  readonly captionSize: 16 | 12 | 8;
  readonly signSize: 'third' | 'half' | 'full';
  readonly filmView: 'sign-large' | 'side-by-side' | 'sign-only' | 'picture-only';
  readonly speed: 0.5 | 0.75 | 1 | 1.25 | 1.5;
  readonly pauseAfterSentence: boolean;
  /** Which leads where a text has both. */
  readonly medium: 'sign' | 'audio';
  /** Keys of a single character act. */
  readonly shortcuts: boolean;
}

/** Where the reader is. Reported when the sentence changes, when the piece ends and when it is left. */
export interface PiecePosition {
  readonly sentence: SentenceId;
  /** From 0. */
  readonly index: number;
  /** Sentences of the piece, plain versions not counted. */
  readonly total: number;
  /** On the clock of the track being played; 0 where nothing plays. */
  readonly timeSeconds: number;
  /** The last sentence has been read or played to its end. */
  readonly finished: boolean;
}

export type WordMark = 'known' | 'again';

/** The piece that follows in the issue. */
export interface NextPiece {
  readonly href: string;
  readonly title: string;
  readonly kind: PieceKind;
}

export interface PieceProps {
  readonly piece: Piece;
  /** An address a `src` may point to. */
  readonly urlOf: (blob: BlobRef) => string;
  readonly settings: PieceSettings;
  /** Changes settings at once and for good; the new settings come back as props. */
  readonly onSettings: (patch: Partial<PieceSettings>) => void;
  /** Where to open: the deep link's sentence, else the stored one, else null for the beginning. Read once. */
  readonly start: SentenceId | null;
  readonly onProgress: (position: PiecePosition) => void;
  /** Something plays: the page keeps the screen awake meanwhile. */
  readonly onPlaying?: ((playing: boolean) => void) | undefined;
  readonly wordMarks: ReadonlyMap<TermId, WordMark>;
  /** Absent where marks cannot be kept (the studio's preview): then no button is shown. */
  readonly onWord?: ((term: TermId, mark: WordMark | null) => void) | undefined;
  /** Sentences kept as 看不懂. */
  readonly noted: ReadonlySet<SentenceId>;
  /** Keeps (`true`) or takes back (`false`) a 看不懂. Absent where notes cannot be kept. */
  readonly onNote?: ((sentence: SentenceId, kept: boolean) => void) | undefined;
  /** Where the end of the piece leads. */
  readonly backHref: string;
  readonly backLabel: string;
  readonly next: NextPiece | null;
  /** The page's own buttons (显示, 更多), for the top bar of a piece that draws its own. */
  readonly actions?: ComponentChildren;
}
