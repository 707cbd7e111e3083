/** Captions as the player and the checks see them; WebVTT and SRT are only ways in and out. */
import type { SentenceId } from '../reading/model.ts';

export interface Caption {
  readonly id?: string;
  /** Seconds on the film's clock, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Plain text, authored line breaks as `\n`; markup is stripped on the way in. */
  readonly text: string;
  /** The transcript sentence it belongs to; several captions may share one. */
  readonly sentence?: SentenceId;
}
