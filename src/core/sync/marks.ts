/**
 * Marks are what a person taps (「下一句」) while a track is recorded or played; cues are what members get. A cue begins a little after
 * its tap and ends a little before the next one, so that neither shows the hands of its neighbour.
 */
import type { SentenceId } from '../reading/model.ts';
import type { Cue } from './track.ts';

/** Seconds on the track's clock. `end` only where the sentence does not last until the next tap. */
export interface SentenceMark {
  readonly sentence: SentenceId;
  readonly start: number;
  readonly end?: number | undefined;
  /** Of this sentence alone, instead of the track's. */
  readonly leadSeconds?: number | undefined;
  readonly tailSeconds?: number | undefined;
}

export interface CueMaking {
  readonly leadSeconds: number;
  readonly tailSeconds: number;
  readonly durationSeconds: number;
}

/** What a shelf can say of a time; closer than this, two taps are one. */
const leastSeconds = 0.001;

/** Nobody can read a sentence shorter than this; no boundary is moved closer to the next. */
export const shortestSentenceSeconds = 0.2;

/**
 * Rising, never overlapping, inside the medium. A mark beyond the end, or at the time of the next one, gives no cue. Of a
 * lead and a tail longer than the sentence allows, only a third of it is taken, so that a cue never vanishes by them.
 */
export function cuesFromMarks(marks: readonly SentenceMark[], making: CueMaking): Cue[] {
  const { durationSeconds } = making;
  const taps = sortMarks(marks).filter(
    (mark) => Number.isFinite(mark.start) && mark.start >= 0 && mark.start < durationSeconds,
  );
  const spans = taps.flatMap((mark, i) => {
    const limit = Math.min(taps[i + 1]?.start ?? durationSeconds, durationSeconds);
    const end = Math.min(Math.max(mark.end ?? limit, mark.start), limit);
    return end - mark.start >= leastSeconds
      ? [{ mark, end, isOpen: mark.end === undefined && i < taps.length - 1 }]
      : [];
  });
  const starts = spans.map(({ mark, end }, i) => {
    const roomBefore = mark.start - (spans[i - 1]?.mark.start ?? 0);
    const lead = mark.leadSeconds ?? making.leadSeconds;
    return mark.start + clamp(lead, -roomBefore / 3, (end - mark.start) / 3);
  });
  return spans.map(({ mark, end, isOpen }, i) => {
    const start = starts[i] ?? mark.start;
    // An end set by hand, and the end of the medium, are meant as they are; unless a tail was set for this very sentence.
    const tail = mark.tailSeconds ?? (isOpen ? making.tailSeconds : 0);
    const latest = Math.min(starts[i + 1] ?? durationSeconds, durationSeconds);
    const earliest = start + (end - mark.start) / 6;
    return { sentence: mark.sentence, start, end: clamp(end - tail, earliest, Math.max(earliest, latest)) };
  });
}

/** By rising start; of two marks of one sentence the one given last holds. */
export function sortMarks<M extends SentenceMark>(marks: readonly M[]): M[] {
  const last = new Map(marks.map((mark) => [mark.sentence, mark]));
  return [...last.values()].sort((a, b) => a.start - b.start);
}

/** The tap of one sentence: a new mark, or another time for an old one. Marks it passes over are not dropped; they are the person's. */
export function setMark<M extends SentenceMark>(marks: readonly M[], mark: M): M[] {
  return sortMarks([...marks.filter(({ sentence }) => sentence !== mark.sentence), mark]);
}

export function dropMark<M extends SentenceMark>(marks: readonly M[], sentence: SentenceId): M[] {
  return marks.filter((mark) => mark.sentence !== sentence);
}

/**
 * Moves a boundary of one sentence as far as its neighbours let it. A start takes the end of the sentence before along where that
 * one lasted until it; an end is then no longer the next tap.
 */
export function moveBoundary<M extends SentenceMark>(
  marks: readonly M[],
  sentence: SentenceId,
  edge: 'start' | 'end',
  toSeconds: number,
  durationSeconds: number,
): M[] {
  const sorted = sortMarks(marks);
  const at = sorted.findIndex((mark) => mark.sentence === sentence);
  const mark = sorted[at];
  if (!mark) return sorted;
  const before = sorted[at - 1];
  const limit = Math.min(sorted[at + 1]?.start ?? durationSeconds, durationSeconds);
  if (edge === 'end') {
    const end = clamp(toSeconds, Math.min(mark.start + shortestSentenceSeconds, limit), limit);
    return sorted.with(at, { ...mark, end });
  }
  const low = before ? before.start + shortestSentenceSeconds : 0;
  const high = (mark.end ?? limit) - shortestSentenceSeconds;
  // Between neighbours too close for both, it stays where it is.
  const start = low > high ? mark.start : clamp(toSeconds, low, high);
  const moved = sorted.with(at, { ...mark, start });
  if (before?.end === undefined || before.end <= start) return moved;
  return moved.with(at - 1, { ...before, end: start });
}

/** What is left of the marks when only `from`…`to` of the medium is kept; `from` becomes 0. */
export function trimMarks<M extends SentenceMark>(
  marks: readonly M[],
  { from, to }: { readonly from: number; readonly to: number },
): M[] {
  const sorted = sortMarks(marks);
  return sorted.flatMap((mark, i) => {
    const end = mark.end ?? sorted[i + 1]?.start ?? Infinity;
    if (mark.start >= to || end <= from) return [];
    return [
      {
        ...mark,
        start: Math.max(0, mark.start - from),
        ...(mark.end === undefined ? {} : { end: Math.min(mark.end, to) - from }),
      },
    ];
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
