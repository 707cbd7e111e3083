/**
 * An issue as the checks see it: what its author has made so far, whether it lies in a folder, in the studio or in the
 * hub. Only what some check asks about; files are named as the author knows them. What is absent (`undefined`) was settled before
 * the checks run; what is empty or null is still to be made.
 */
import type { Caption } from '../captions/model.ts';
import type { Block, PieceKind, Sentence, SentenceId, TermId } from '../reading/model.ts';
import type { Club, Session } from '../shelf/issue.ts';
import type { SigningSpace, Track } from '../sync/track.ts';
import type { PictureFacts } from './picture-rules.ts';
import type { Place, Source } from './place.ts';

export interface MediaDraft extends PictureFacts {
  /** Media type, e.g. `video/mp4`. */
  readonly type: string;
  readonly bytes?: number;
}

export interface TermDraft extends Source {
  readonly id: TermId;
  readonly word: string;
  readonly explanation: string;
  /** Absent where pinyin is proposed when publishing. */
  readonly pinyin?: string;
  readonly pictureAlt?: string;
  /** The picture by its file or attachment. */
  readonly picture?: string;
  readonly sign?: MediaDraft;
  readonly audio?: MediaDraft;
  /** Of its sign and audio clips together. */
  readonly hasPlaceholder: boolean;
}

/** What the author's words say of a picture; the picture itself is checked where it is read. */
export type BlockDraft =
  | Exclude<Block, { type: 'figure' }>
  | {
      readonly type: 'figure';
      readonly alt: string;
      /** By its file or attachment; null where there is none yet. */
      readonly picture?: string | null;
      readonly sentences: readonly Sentence[];
    };

export interface TrackDraft extends Source, Pick<Track, 'id' | 'kind' | 'placeholder' | 'cues'> {
  readonly title?: string;
  /** By role. */
  readonly performer?: string;
  /** Where the cues stand; absent when they were taken from captions. */
  readonly cueFile?: string;
  /** Null where nothing was recorded or brought yet; absent where the hub looks into the file itself. */
  readonly media?: MediaDraft | null;
  /** Of the medium; null when it could not be read, which is its own finding. */
  readonly durationSeconds: number | null;
  readonly signingSpace?: SigningSpace;
  /** By role and date, who deaf or which second interpreter watched it. */
  readonly review?: { readonly by: string; readonly date: string };
  /** The performer agreed to be shown. */
  readonly consent: boolean;
}

export interface CaptionsDraft extends Source {
  readonly language: string;
  readonly cues: readonly Caption[];
}

export interface UnsureDraft {
  readonly sentence: SentenceId;
  readonly text: string;
  /** Empty where nothing stands over the word yet. */
  readonly chosen: string;
  readonly candidates: readonly string[];
  readonly line?: number;
}

/** A rule of accessibility that the preview broke. */
export interface BrokenRule {
  /** As axe names it. */
  readonly rule: string;
  /** In English, from axe: for whoever mends the program. */
  readonly help: string;
  /** What stands at the places, and the sentence there where there is one. */
  readonly places: readonly { readonly text: string; readonly sentence?: SentenceId | undefined }[];
}

export interface ExaminationDraft {
  readonly state: 'none' | 'outdated' | 'current';
  readonly broken: readonly BrokenRule[];
}

export interface PieceDraft extends Source {
  readonly id: string;
  readonly kind: PieceKind;
  readonly title?: string;
  /** `2026-12-03`, its own day within the month. */
  readonly showFrom?: string;
  readonly blocks: readonly BlockDraft[];
  readonly tracks: readonly TrackDraft[];
  readonly captions: readonly CaptionsDraft[];
  /** 多音字 nobody has settled yet. */
  readonly unsure: readonly UnsureDraft[];
  readonly source?: { readonly author: string; readonly permission: string };
  /** The people in the pictures agreed to be shown. */
  readonly consent: boolean;
  /** Of the real preview, by axe; absent where there is none to examine (a folder, the hub). */
  readonly examination?: ExaminationDraft;
  readonly lineOf: (sentence: SentenceId) => number | undefined;
}

/** A file the draft names and the store has lost. */
export interface LostFile extends Place {
  readonly name: string;
}

export interface IssueDraft extends Source {
  readonly id: string;
  readonly club: Club;
  readonly title?: string;
  readonly summary?: string;
  readonly session?: Session;
  readonly coverAlt: string;
  /** Which of its two forms are there. */
  readonly cover?: { readonly hasDrawing: boolean; readonly hasBitmap: boolean };
  readonly pieces: readonly PieceDraft[];
  readonly terms: readonly TermDraft[];
  /** Pieces the issue lists and nobody has. */
  readonly lostPieces?: readonly string[];
  readonly lostFiles?: readonly LostFile[];
}
