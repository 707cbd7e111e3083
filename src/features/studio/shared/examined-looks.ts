/** The ways a member may hold and read it that are examined: both orientations, smallest and largest text. */
import type { Settings } from '../../../storage/settings.ts';

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly text: Settings['text'];
}

export const LOOKS: readonly Look[] = [
  { width: 1024, height: 768, text: 'standard' },
  { width: 768, height: 1024, text: 'standard' },
  { width: 1024, height: 768, text: 'giant' },
  { width: 768, height: 1024, text: 'giant' },
];

/** The frame did not open: its code could not be fetched, or the browser forbids frames. */
export class ExamineError extends Error {
  override readonly name = 'ExamineError';
}
