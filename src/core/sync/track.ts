/** A track (design §2): a medium that renders a piece on its own clock, and the cues that tie the two together. */
import type { BlobRef, SentenceId } from '../reading/model.ts';

/** `start` and `end` in seconds on the track's own clock, `end` exclusive. */
export interface Cue {
  readonly sentence: SentenceId;
  readonly start: number;
  readonly end: number;
}

/** Fractions of the frame, 0…1: the part a signer's head, elbows and hands use. Shown whole, never cropped into. */
export interface SigningSpace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type TrackKind = 'sign' | 'audio' | 'film';

export interface Track {
  /** Unique in the piece: `sign-csl`, `sign-shanghai`, `audio`, `film`. */
  readonly id: string;
  readonly kind: TrackKind;
  /** BCP 47: `csl` for Chinese Sign Language, `zh-Hans` for a film or recitation. */
  readonly language: string;
  /** For people: 「国家通用手语」. */
  readonly title: string;
  /** Who renders it, by role: 「手语老师」. */
  readonly performer: string;
  /** A stand-in: badged 示例, claims no sign language, may not be released outside the starter. */
  readonly placeholder: boolean;
  readonly media: BlobRef;
  readonly signingSpace?: SigningSpace;
  /**
   * Sorted by start, never overlapping. A sign track of a film is recorded against the muted film: its cues are on the
   * sign video's clock and `filmOffset` (seconds) is what to add to a film time to get the sign time.
   */
  readonly cues: readonly Cue[];
  readonly filmOffset?: number;
}
