/** How far a caption may be moved or lengthened before it meets another. Captions sorted by start. */
import type { Caption } from './model.ts';
import { captionLimits } from './checks.ts';

export interface FixOptions {
  /** Of the film; default 25. */
  readonly framesPerSecond?: number;
  /** Of the film, where it is known. */
  readonly durationSeconds?: number;
}

/** Two frames, in whole milliseconds. */
export function gapSeconds({ framesPerSecond = 25 }: FixOptions): number {
  return Math.ceil((captionLimits.gapFrames / framesPerSecond) * 1000) / 1000;
}

/** Captions with the very same times (two people at once) move as one: `from` to before `to`. */
export function togetherWith(captions: readonly Caption[], index: number): { from: number; to: number } {
  const own = captions[index];
  const isTogether = (other: Caption | undefined): boolean =>
    other !== undefined && own !== undefined && other.start === own.start && other.end === own.end;
  let from = index;
  let to = index + 1;
  while (isTogether(captions[from - 1])) from -= 1;
  while (isTogether(captions[to])) to += 1;
  return { from, to };
}

/** The latest it may end: two frames before the next one, or with the film. */
export function latestEnd(captions: readonly Caption[], index: number, options: FixOptions): number {
  const next = captions[togetherWith(captions, index).to];
  return next ? milliseconds(next.start - gapSeconds(options)) : (options.durationSeconds ?? Infinity);
}

/** The earliest it may begin: two frames after all before it have ended. */
export function earliestStart(captions: readonly Caption[], index: number, options: FixOptions): number {
  const { from } = togetherWith(captions, index);
  const ends = captions.slice(0, from).map((caption) => caption.end);
  return ends.length === 0 ? 0 : milliseconds(ends.reduce((a, b) => Math.max(a, b)) + gapSeconds(options));
}

/** The list with new times for a caption and those together with it; null where they would be none. */
export function withTimes(
  captions: readonly Caption[],
  index: number,
  times: { readonly start?: number; readonly end?: number },
): Caption[] | null {
  const own = captions[index];
  if (!own) return null;
  const start = milliseconds(times.start ?? own.start);
  const end = milliseconds(times.end ?? own.end);
  if (start < 0 || end <= start || (start === own.start && end === own.end)) return null;
  const { from, to } = togetherWith(captions, index);
  return captions.map((caption, i) => (i >= from && i < to ? { ...caption, start, end } : caption));
}

export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
