/**
 * A recording as it happened (takes: a sentence may have been tried three times, or long after its neighbours) and the film made from
 * it: for each sentence the last take, in the order of the text. Times in seconds, each on the clock of its own file.
 */
import type { SentenceId } from '../reading/model.ts';
import { sortMarks, type SentenceMark } from './marks.ts';

export interface Take {
  /** Which recording. */
  readonly file: string;
  readonly sentence: SentenceId;
  readonly start: number;
  readonly end: number;
}

/** A part of a recording that goes into the film. */
export interface Segment {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

export interface Cut {
  readonly segments: readonly Segment[];
  /** On the clock of the film. */
  readonly marks: readonly SentenceMark[];
}

/** Hands rise before the first tap and go down after the last. */
const marginSeconds = 0.5;
/** Two takes this close follow each other without a cut between. */
const sameSeconds = 0.02;
/** A countdown before and a pause after are no reason to encode a whole film anew. */
const idleSeconds = 4;

/** Sentences without a take are left out; takes of sentences the text no longer has, too. */
export function cutTakes(
  takes: readonly Take[],
  order: readonly SentenceId[],
  durations: ReadonlyMap<string, number>,
): Cut {
  const last = new Map(takes.filter(({ start, end }) => end > start).map((take) => [take.sentence, take]));
  const chosen = order.flatMap((sentence) => last.get(sentence) ?? []);
  const segments: Segment[] = [];
  const marks: SentenceMark[] = [];
  let position = 0;
  chosen.forEach((take, i) => {
    const before = segments.at(-1);
    const isNext =
      before !== undefined && before.file === take.file && Math.abs(before.to - take.start) <= sameSeconds;
    const isLast = i === chosen.length - 1;
    const from = isNext ? before.to : take.start - (i === 0 ? roomBefore(take, takes) : 0);
    const to = take.end + (isLast ? roomAfter(take, takes, durations) : 0);
    const start = position + (take.start - from);
    marks.push({
      sentence: take.sentence,
      start,
      ...(isLast && to > take.end ? { end: start + (take.end - take.start) } : {}),
    });
    position += to - from;
    if (isNext) segments[segments.length - 1] = { ...before, to };
    else segments.push({ file: take.file, from, to });
  });
  return { segments, marks };
}

/** Null where the recording must be cut; else the marks on the recording's own clock, and the file as it is will do. */
export function uncutMarks(cut: Cut, durations: ReadonlyMap<string, number>): readonly SentenceMark[] | null {
  const [only, ...more] = cut.segments;
  if (!only || more.length > 0) return null;
  const duration = durations.get(only.file) ?? Infinity;
  if (only.from > idleSeconds || duration - only.to > idleSeconds) return null;
  return cut.marks.map((mark) => ({
    ...mark,
    start: mark.start + only.from,
    ...(mark.end === undefined ? {} : { end: mark.end + only.from }),
  }));
}

/** The film's marks (moved by hand since, perhaps) as takes in what it was made from: to cut it again without a second loss. */
export function takesOfMarks(
  marks: readonly SentenceMark[],
  segments: readonly Segment[],
  durationSeconds: number,
): Take[] {
  const sorted = sortMarks(marks);
  return sorted.flatMap((mark, i) => {
    const end = Math.min(mark.end ?? sorted[i + 1]?.start ?? durationSeconds, durationSeconds);
    const place = placeOf(mark.start, segments);
    if (!place || end <= mark.start) return [];
    const { segment, offset } = place;
    return [
      {
        file: segment.file,
        sentence: mark.sentence,
        start: mark.start + offset,
        // A sentence that runs over a cut keeps what lies before it.
        end: Math.min(end + offset, segment.to),
      },
    ];
  });
}

function placeOf(
  seconds: number,
  segments: readonly Segment[],
): { readonly segment: Segment; readonly offset: number } | null {
  let position = 0;
  for (const segment of segments) {
    const length = segment.to - segment.from;
    if (seconds < position + length - sameSeconds) return { segment, offset: segment.from - position };
    position += length;
  }
  return null;
}

/** Never into another try, which would show hands in the middle of a sign. */
function roomBefore(take: Take, takes: readonly Take[]): number {
  const earlier = takes.filter(({ file, start }) => file === take.file && start < take.start);
  const free = earlier.reduce((room, { end }) => Math.min(room, take.start - end), take.start);
  return Math.max(0, Math.min(marginSeconds, free));
}

function roomAfter(take: Take, takes: readonly Take[], durations: ReadonlyMap<string, number>): number {
  const later = takes.filter(({ file, start }) => file === take.file && start > take.start);
  const end = durations.get(take.file) ?? take.end;
  const free = later.reduce((room, { start }) => Math.min(room, start - take.end), end - take.end);
  return Math.max(0, Math.min(marginSeconds, free));
}
