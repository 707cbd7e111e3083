/** What a check has to say: an error keeps an issue from being released, a warning stands only with a written reason. */
import type { CaptionFindingCode } from '../captions/checks.ts';
import type { CueProblemCode } from '../sync/cue-problem.ts';
import type { PictureFindingCode } from './picture-rules.ts';
import type { PreviewFindingCode } from './preview.ts';
import type { Place } from './place.ts';

export type FindingCode =
  // the issue
  | 'issue-title-missing'
  | 'issue-summary-missing'
  | 'cover-missing'
  | 'cover-alt-missing'
  | 'pieces-missing'
  | 'piece-lost'
  | 'file-lost'
  // a piece
  | 'piece-id-twice'
  | 'piece-title-missing'
  | 'piece-empty'
  | 'piece-day-wrong'
  | 'piece-day-outside'
  | 'source-missing'
  | 'permission-missing'
  // what the club's table asks for
  | 'sign-missing'
  | 'captions-missing'
  | 'pinyin-missing'
  | 'audio-missing'
  | 'transcript-missing'
  // pictures
  | 'picture-missing'
  | 'alt-missing'
  | 'picture-text-unjudged'
  | 'pictured-consent-unknown'
  // text and words
  | 'sentence-id-twice'
  | 'heading-skipped'
  | 'text-hard'
  | 'reading-missing'
  | 'reading-unsettled'
  | 'term-unknown'
  | 'term-id-twice'
  | 'term-word-missing'
  | 'term-pinyin-missing'
  | 'term-unexplained'
  | 'term-unused'
  | 'term-placeholder-outside-starter'
  // tracks
  | 'film-track-missing'
  | 'track-id-twice'
  | 'track-unnamed'
  | 'performer-missing'
  | 'track-media-missing'
  | 'media-format'
  | 'media-unexamined'
  | 'audio-uncompressed'
  | 'sign-has-audio'
  | 'placeholder-outside-starter'
  | 'review-missing'
  | 'review-date'
  | 'signer-consent-missing'
  | 'signing-space-missing'
  | 'track-without-cues'
  | 'sentences-uncovered'
  | 'caption-unknown-sentence'
  // the session
  | 'session-missing'
  | 'session-date-missing'
  | 'session-time-missing'
  | 'session-place-missing'
  | 'session-interpreter-missing'
  | 'session-times'
  | 'session-month';

/** Everything `checkIssue` can say; how a caption or cue file was read is said by whoever reads it. */
export type CheckCode =
  | FindingCode
  | CaptionFindingCode
  | PictureFindingCode
  | PreviewFindingCode
  | Exclude<CueProblemCode, 'cue-uncovered' | 'cue-too-many' | 'cue-file'>;

export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** The first place, where there are several. */
  readonly where: Place;
  /** Every place it speaks of, where there are several or a reason holds for each by itself. */
  readonly places?: readonly Place[];
  readonly params: Readonly<Record<string, string | number>>;
  /** What stands at the places, for finding them. */
  readonly quotes?: readonly string[];
}
