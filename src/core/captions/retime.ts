/** All captions moved at once: a file made for another cut of the film, or for one that runs at another speed. */
import type { Caption } from './model.ts';
import { milliseconds } from './room.ts';

/** Later, or earlier with a negative amount; never before the film begins, so the amount that was possible is given back. */
export function shiftAll(
  captions: readonly Caption[],
  seconds: number,
): { readonly captions: Caption[]; readonly shifted: number } {
  const first = captions.reduce((least, caption) => Math.min(least, caption.start), Infinity);
  const shifted = milliseconds(Number.isFinite(first) ? Math.max(seconds, -first) : 0);
  return {
    captions: captions.map((caption) => ({
      ...caption,
      start: milliseconds(caption.start + shifted),
      end: milliseconds(caption.end + shifted),
    })),
    shifted,
  };
}

/** A time in the captions and the time on the film it belongs to. */
export interface TimePoint {
  readonly captionSeconds: number;
  readonly filmSeconds: number;
}

/**
 * So that both points fall where they belong and all others in proportion. Null where the two are one, stand the wrong way round, or
 * would put the first caption before the film begins.
 */
export function stretchAll(
  captions: readonly Caption[],
  [a, b]: readonly [TimePoint, TimePoint],
): Caption[] | null {
  const factor = (b.filmSeconds - a.filmSeconds) / (b.captionSeconds - a.captionSeconds);
  if (!Number.isFinite(factor) || factor <= 0) return null;
  const onFilm = (seconds: number): number =>
    milliseconds(a.filmSeconds + (seconds - a.captionSeconds) * factor);
  const moved = captions.map((caption) => {
    const start = onFilm(caption.start);
    // Squeezed hard, a very short caption would have no time left at all.
    return { ...caption, start, end: Math.max(onFilm(caption.end), milliseconds(start + 0.001)) };
  });
  return moved.some((caption) => caption.start < 0) ? null : moved;
}
