/** What is wrong with a track's cues, as data; `authoring` turns it into sentences that name the cure. */
import type { SentenceId } from '../reading/model.ts';

export type CueProblemCode =
  /** A cue names a sentence the text does not have. `params.id` */
  | 'cue-unknown-sentence'
  /** Two cues for one sentence. `params.sentence` */
  | 'cue-twice'
  /** Not a time, negative, or end not after start. `params.sentence`, `params.start`, `params.end` */
  | 'cue-bad-time'
  /** It begins before the cue before it. `params.sentence` */
  | 'cue-not-rising'
  /** It begins before the cue before it has ended. `params.sentence`, `params.seconds` */
  | 'cue-overlap'
  /** It ends after the medium. `params.sentence`, `params.end`, `params.duration` */
  | 'cue-beyond-end'
  /** No cue renders this sentence. `params.sentence` */
  | 'cue-uncovered'
  /** More cues than sentences (when matched by order): `params.cues`, `params.sentences` */
  | 'cue-too-many'
  /** The cue file cannot be read as WebVTT here. `params.text` */
  | 'cue-file';

export interface CueProblem {
  readonly code: CueProblemCode;
  /** An uncovered sentence is named and allowed; everything else makes the track unusable as it is. */
  readonly severity: 'error' | 'warning';
  /** 1-based line of the cue file, where there is one. */
  readonly line?: number;
  readonly sentence?: SentenceId;
  readonly params: Readonly<Record<string, string | number>>;
}
