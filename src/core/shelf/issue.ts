/** A club's month as pages see it, whatever it was read from: the shelf, a tablet's library or a draft. */
import type { Caption } from '../captions/model.ts';
import type { BlobRef, PieceKind, Reading, SentenceId, Term } from '../reading/model.ts';
import type { Track } from '../sync/track.ts';

/** Text in the languages of the interface. */
export interface Localised {
  readonly 'zh-Hans': string;
  readonly 'zh-Hant': string;
  readonly en: string;
}

/** What a piece of a kind must offer in a club before it may be released (rulings: one table, kind × club, as data). */
export type Requirement = 'sign' | 'captions' | 'pinyin' | 'audio' | 'transcript' | 'alt';

export interface Club {
  readonly id: string;
  readonly name: Localised;
  readonly description: Localised;
  /** Which of the drawn identities of `ui` it wears; a third club picks one or brings its own. */
  readonly motif: 'hands' | 'magnolia';
  readonly requires: Readonly<Record<PieceKind, readonly Requirement[]>>;
}

/** The monthly meeting. */
export interface Session {
  /** Local date `2026-11-28` and times `14:00`, both in `timeZone`. */
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly place: string;
  readonly address?: string;
  /** By role, never by name. */
  readonly interpreter?: string;
  readonly helpers?: string;
  readonly notes?: string;
}

/** From the signed catalogue alone: enough for the home page and the bookshelf. */
export interface IssueSummary {
  /** `2026-11-silent-world`. */
  readonly id: string;
  readonly club: string;
  /** `2026-11`. */
  readonly month: string;
  readonly title: string;
  readonly summary: string;
  /** The month's one-line drawing, 880 × 150, in `currentColor` where it is an SVG. */
  readonly cover: BlobRef;
  readonly pieceCount: number;
  readonly hasSign: boolean;
  readonly hasCaptions: boolean;
  /** Bytes of all native files, what a tablet would store. */
  readonly sizeBytes: number;
}

export interface PieceSummary {
  readonly id: string;
  readonly kind: PieceKind;
  readonly title: string;
  readonly summary?: string;
  readonly sentenceCount: number;
  readonly characterCount: number;
  /** Seconds, for film and recitation. */
  readonly duration?: number;
  readonly pictureCount?: number;
  /** True only for a real track: a stand-in counts as `placeholderSign`. */
  readonly hasSign: boolean;
  readonly placeholderSign: boolean;
  readonly hasAudio: boolean;
  readonly hasCaptions: boolean;
  readonly hasPinyin: boolean;
  readonly hasPlain: boolean;
  /** Local date from which the daily series shows it; absent = with the issue. */
  readonly showFrom?: string;
}

export interface Issue extends IssueSummary {
  readonly session?: Session;
  readonly pieces: readonly PieceSummary[];
}

export interface Piece extends PieceSummary {
  readonly issue: string;
  readonly reading: Reading;
  readonly tracks: readonly Track[];
  readonly captions: readonly { readonly language: string; readonly cues: readonly Caption[] }[];
}

/** A term and where it came from, for the words page. */
export interface IssueTerm extends Term {
  readonly issue: string;
  readonly firstSentence?: { readonly piece: string; readonly sentence: SentenceId };
}
