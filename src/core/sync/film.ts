/** Where the sign video should be while the film is at a given time, and the other way round. */
import type { SentenceId } from '../reading/model.ts';
import type { Cue, Track } from './track.ts';

export interface FilmMap {
  /** Seconds to add to a film time, when that is all there is to it; null when the offset varies. */
  readonly offsetSeconds: number | null;
  toSign(filmSeconds: number): number;
  toFilm(signSeconds: number): number;
  /** Sign seconds per film second at this film time: what the sign video's base rate is multiplied by. */
  slopeAt(filmSeconds: number): number;
}

interface Knot {
  readonly film: number;
  readonly sign: number;
}

/** Signing recorded against the film starts each sentence within this of the film's; more means its own pace. */
const samePaceSeconds = 0.1;
/** A sign video cannot be watched faster or slower than this; beyond it the sentence waits or jumps instead. */
const slopes = { min: 0.5, max: 2 };

/**
 * `filmOffset` is believed where it is given (it was measured when recording). Without it, sentences both tracks have
 * are laid on each other and times between them are interpolated; with none in common the clocks are taken as equal.
 */
export function filmMap(filmCues: readonly Cue[], sign: Pick<Track, 'cues' | 'filmOffset'>): FilmMap {
  if (sign.filmOffset !== undefined) return constantMap(sign.filmOffset);
  const knots = sharedKnots(filmCues, sign.cues);
  const offsets = knots.map((knot) => knot.sign - knot.film);
  const average = offsets.reduce((sum, offset) => sum + offset, 0) / Math.max(1, offsets.length);
  if (offsets.every((offset) => Math.abs(offset - average) <= samePaceSeconds)) return constantMap(average);
  return piecewiseMap(knots);
}

function constantMap(offsetSeconds: number): FilmMap {
  return {
    offsetSeconds,
    toSign: (filmSeconds) => filmSeconds + offsetSeconds,
    toFilm: (signSeconds) => signSeconds - offsetSeconds,
    slopeAt: () => 1,
  };
}

/** Starts and ends of shared sentences, in film order, strictly rising on both clocks. */
function sharedKnots(filmCues: readonly Cue[], signCues: readonly Cue[]): readonly Knot[] {
  const signed = new Map<SentenceId, Cue>(signCues.map((cue) => [cue.sentence, cue]));
  const knots: Knot[] = [];
  for (const film of [...filmCues].sort((a, b) => a.start - b.start)) {
    const sign = signed.get(film.sentence);
    if (!sign) continue;
    for (const knot of [
      { film: film.start, sign: sign.start },
      { film: film.end, sign: sign.end },
    ]) {
      const last = knots.at(-1);
      if (!last || (knot.film > last.film && knot.sign > last.sign)) knots.push(knot);
    }
  }
  return knots;
}

function piecewiseMap(knots: readonly Knot[]): FilmMap {
  const slopeBetween = (before: Knot | undefined, after: Knot | undefined): number =>
    before && after ? (after.sign - before.sign) / (after.film - before.film) : 1;
  const through = (value: number, from: keyof Knot, to: keyof Knot): number => {
    const next = knots.findIndex((knot) => knot[from] > value);
    const after = next === -1 ? undefined : knots[next];
    const before = next === -1 ? knots.at(-1) : knots[next - 1];
    const anchor = before ?? after;
    if (!anchor) return value;
    if (!before || !after) return anchor[to] + (value - anchor[from]);
    return before[to] + ((value - before[from]) * (after[to] - before[to])) / (after[from] - before[from]);
  };
  return {
    offsetSeconds: null,
    toSign: (filmSeconds) => through(filmSeconds, 'film', 'sign'),
    toFilm: (signSeconds) => through(signSeconds, 'sign', 'film'),
    slopeAt(filmSeconds) {
      const next = knots.findIndex((knot) => knot.film > filmSeconds);
      const slope = next === -1 ? 1 : slopeBetween(knots[next - 1], knots[next]);
      return Math.min(slopes.max, Math.max(slopes.min, slope));
    },
  };
}
