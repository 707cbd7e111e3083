/**
 * An issue as the checks see it: what its author has made so far, whether it lies in a folder, in the studio or in the
 * hub. Only what some check asks about; files are named as the author knows them.
 */
import type { Caption } from '../captions/model.ts';
import type { Block, PieceKind, Sentence, SentenceId, TermId } from '../reading/model.ts';
import type { Club, Session } from '../shelf/issue.ts';
import type { SigningSpace, Track } from '../sync/track.ts';

/** A place in the author's files. `line` is 1-based. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

export interface TermDraft extends Place {
  readonly id: TermId;
  readonly word: string;
  readonly explanation: string;
  readonly pictureAlt?: string;
  /** Of its sign and audio clips together. */
  readonly hasPlaceholder: boolean;
}

/** What the author's words say of a picture; the picture itself is checked where it is read. */
export type BlockDraft =
  | Exclude<Block, { type: 'figure' }>
  | { readonly type: 'figure'; readonly alt: string; readonly sentences: readonly Sentence[] };

export interface TrackDraft extends Place, Pick<Track, 'id' | 'kind' | 'placeholder' | 'cues'> {
  /** Where the cues stand; absent when they were taken from captions. */
  readonly cueFile?: string;
  /** Of the medium; null when it could not be read, which is its own finding. */
  readonly durationSeconds: number | null;
  readonly signingSpace?: SigningSpace;
  /** By role and date, who deaf or which second interpreter watched it. */
  readonly review?: { readonly by: string; readonly date: string };
  /** The performer agreed to be shown. */
  readonly consent: boolean;
}

export interface CaptionsDraft extends Place {
  readonly language: string;
  readonly cues: readonly Caption[];
}

export interface UnsureDraft {
  readonly sentence: SentenceId;
  readonly text: string;
  readonly chosen: string;
  readonly candidates: readonly string[];
  readonly line?: number;
}

export interface PieceDraft extends Place {
  readonly id: string;
  readonly kind: PieceKind;
  readonly blocks: readonly BlockDraft[];
  readonly tracks: readonly TrackDraft[];
  readonly captions: readonly CaptionsDraft[];
  /** 多音字 nobody has settled yet. */
  readonly unsure: readonly UnsureDraft[];
  readonly source?: { readonly author: string; readonly permission: string };
  /** The people in the pictures agreed to be shown. */
  readonly consent: boolean;
  readonly lineOf: (sentence: SentenceId) => number | undefined;
}

export interface IssueDraft extends Place {
  readonly id: string;
  readonly club: Club;
  readonly session?: Session;
  readonly coverAlt: string;
  readonly pieces: readonly PieceDraft[];
  readonly terms: readonly TermDraft[];
}
