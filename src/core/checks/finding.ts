/** What a check has to say: an error keeps an issue from being released, a warning is only said. */
import type { Place } from './draft.ts';

export type FindingCode =
  | 'sign-missing'
  | 'captions-missing'
  | 'pinyin-missing'
  | 'audio-missing'
  | 'transcript-missing'
  | 'alt-missing'
  | 'film-track-missing'
  | 'placeholder-outside-starter'
  | 'term-placeholder-outside-starter'
  | 'track-without-cues'
  | 'review-missing'
  | 'review-date'
  | 'signer-consent-missing'
  | 'signing-space-missing'
  | 'sentences-uncovered'
  | 'term-unknown'
  | 'term-unexplained'
  | 'term-unused'
  | 'heading-skipped'
  | 'source-missing'
  | 'permission-missing'
  | 'pictured-consent-unknown'
  | 'reading-unsettled'
  | 'session-missing'
  | 'session-interpreter-missing'
  | 'session-times'
  | 'session-month'
  | 'sentence-id-twice'
  | 'piece-id-twice'
  | 'track-id-twice';

export interface Finding<Code extends string = string> {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  readonly where: Place;
  readonly params: Readonly<Record<string, string | number>>;
}
