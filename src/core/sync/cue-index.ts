/** Finding cues fast enough to ask on every frame: by time (binary search) and by sentence. */
import type { SentenceId } from '../reading/model.ts';
import type { Cue } from './track.ts';

/** `start` and `end` in seconds on the track's clock, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface CueIndex {
  readonly cues: readonly Cue[];
  /** The cue whose span holds this time; null in a gap between cues. */
  at(seconds: number): Cue | null;
  /** Index of the last cue that has begun by this time (so it stays through gaps); -1 before the first. */
  indexAt(seconds: number): number;
  /** Index in `cues`, -1 when the track does not render the sentence. */
  indexOf(sentence: SentenceId): number;
  bySentence(sentence: SentenceId): Cue | null;
  /** From the start of one sentence to the end of another, both inclusive, in either order; null if one has no cue. */
  spanOf(from: SentenceId, to: SentenceId): Span | null;
}

/**
 * Frame times come as sums of frame lengths and reach a cue's start a hair early; without this the frame a cue begins
 * on would still count as the cue before.
 */
const toleranceSeconds = 0.0005;

/** Cues in any order; of two with the same sentence the earlier is found by sentence. */
export function cueIndex(cues: readonly Cue[]): CueIndex {
  const sorted = [...cues].sort((a, b) => a.start - b.start || a.end - b.end);
  const positions = new Map<SentenceId, number>();
  sorted.forEach((cue, position) => {
    if (!positions.has(cue.sentence)) positions.set(cue.sentence, position);
  });

  const indexAt = (seconds: number): number => {
    const time = seconds + toleranceSeconds;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? Infinity) <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const indexOf = (sentence: SentenceId): number => positions.get(sentence) ?? -1;
  const bySentence = (sentence: SentenceId): Cue | null => sorted[indexOf(sentence)] ?? null;

  return {
    cues: sorted,
    indexAt,
    indexOf,
    bySentence,
    at(seconds) {
      const cue = sorted[indexAt(seconds)];
      return cue && seconds + toleranceSeconds < cue.end ? cue : null;
    },
    spanOf(from, to) {
      const [a, b] = [bySentence(from), bySentence(to)];
      if (!a || !b) return null;
      return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
    },
  };
}
