/** Marking a film sentence by sentence, as pure steps over its marks. */
import type { DraftTrack, Mark } from '../../../authoring/draft/model.ts';
import type { SentenceId } from '../../../core/reading/model.ts';
import { cuesFromMarks, setMark, shortestSentenceSeconds } from '../../../core/sync/marks.ts';
import type { Cue } from '../../../core/sync/track.ts';

export type NextTap =
  /** Its beginning. */
  | { readonly kind: 'start'; readonly at: number }
  /** All have begun; the last one's end is still that of the film. */
  | { readonly kind: 'end' }
  | { readonly kind: 'none' };

export function nextTap(order: readonly SentenceId[], marks: readonly Mark[]): NextTap {
  const marked = new Map(marks.map((mark) => [mark.sentence, mark]));
  const at = order.findIndex((sentence) => !marked.has(sentence));
  if (at >= 0) return { kind: 'start', at };
  const last = order.at(-1);
  return last !== undefined && marked.get(last)?.end === undefined ? { kind: 'end' } : { kind: 'none' };
}

/** What a tap at this moment of the film makes of the marks; the same marks where it means nothing (a finger that taps twice). */
export function tapAt(
  order: readonly SentenceId[],
  marks: readonly Mark[],
  seconds: number,
): readonly Mark[] {
  const next = nextTap(order, marks);
  if (next.kind === 'none') return marks;
  const sentence = next.kind === 'start' ? order[next.at] : order.at(-1);
  const before = next.kind === 'start' ? order[next.at - 1] : order.at(-1);
  const previous = marks.find((mark) => mark.sentence === before);
  if (sentence === undefined || (previous && seconds - previous.start < shortestSentenceSeconds))
    return marks;
  if (next.kind === 'start') return setMark(marks, { sentence, start: seconds });
  return marks.map((mark) => (mark.sentence === sentence ? { ...mark, end: seconds } : mark));
}

/** 退回一句: the last tap, with where the film should go on from. */
export function untap(
  order: readonly SentenceId[],
  marks: readonly Mark[],
): { readonly marks: readonly Mark[]; readonly seconds: number } | null {
  const last = [...order.keys()].reverse().find((i) => marks.some(({ sentence }) => sentence === order[i]));
  if (last === undefined) return null;
  const before = marks.find(({ sentence }) => sentence === order[last - 1]);
  return {
    marks: marks.filter(({ sentence }) => sentence !== order[last]),
    seconds: before?.start ?? 0,
  };
}

export function cuesOf(track: DraftTrack): Cue[] {
  return cuesFromMarks(track.marks, {
    leadSeconds: track.leadSeconds ?? 0,
    tailSeconds: track.tailSeconds ?? 0,
    durationSeconds: track.media?.durationSeconds ?? 0,
  });
}

/** Sound has no frames; a twentieth of a second is what an ear tells apart. */
export function frameSecondsOf(track: DraftTrack): number {
  return track.kind === 'audio' ? 0.05 : 1 / (track.media?.frameRate || 25);
}
