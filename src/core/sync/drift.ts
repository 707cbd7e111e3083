/**
 * How the sign video is kept with its film (design §8): a pure decision, asked once per presented frame. The film is
 * the master and is never touched; the sign video is nudged by its playback rate and, only when far off, seeked.
 *
 * Writing `playbackRate` makes engines resample and drop frames, so the rate is written rarely: nothing happens inside
 * the dead band, a correction runs in whole steps until the two are together, and steps are spaced in time.
 */

/** Offsets in seconds of media time; positive = the sign video is ahead of where it should be. */
export interface DriftReading {
  readonly offsetSeconds: number;
  /** The speed the person chose (0.5…1.5), times the slope of the film map where that is not 1. */
  readonly baseRate: number;
  /** A monotonic clock, e.g. `performance.now() / 1000`. */
  readonly atSeconds: number;
  /** From `requestVideoFrameCallback` of both videos; false = sampled `currentTime`, which is far noisier. */
  readonly precise: boolean;
}

export interface DriftState {
  /** The latest offsets, oldest first; averaging them is what keeps one late frame from being taken for drift. */
  readonly samples: readonly number[];
  /** What the base rate is multiplied by; 1 when no correction runs. */
  readonly factor: number;
  readonly changedAtSeconds: number;
  readonly seekedAtSeconds: number;
}

export interface DriftDecision {
  readonly state: DriftState;
  /** The playback rate the sign video should have now. Write it only where it differs from the element's. */
  readonly rate: number;
  /** Seconds to add to the sign video's time, when it is too far off to be nudged back; else null. */
  readonly seekBySeconds: number | null;
  /** The averaged offset the decision was made on. */
  readonly averageSeconds: number;
}

interface Band {
  /** Beyond this a correction starts… */
  readonly startSeconds: number;
  /** …and it runs until the average is within this. */
  readonly stopSeconds: number;
  /** How many readings are averaged. */
  readonly readings: number;
}

const preciseBand: Band = { startSeconds: 0.02, stopSeconds: 0.005, readings: 7 };
const sampledBand: Band = { startSeconds: 0.06, stopSeconds: 0.015, readings: 15 };

const maxNudge = 0.08;
/**
 * Nudge per second of offset: 80 ms off gets the full 8 %. Twice that overshoots: an engine that takes 0.2 s to change its speed,
 * on readings 15 ms off, is carried out of the band on the other side.
 */
const gainPerSecond = 1;
const nudgeStep = 0.02;
const secondsBetweenChanges = 0.25;
const seekBeyondSeconds = 0.5;
/** A seek needs time to land; readings before that would ask for another one. */
const secondsBetweenSeeks = 1.5;

/** Also the state to return to after a pause, a joint seek or a stall: old readings say nothing about the new start. */
export const startDrift: DriftState = {
  samples: [],
  factor: 1,
  changedAtSeconds: -Infinity,
  seekedAtSeconds: -Infinity,
};

export function steer(state: DriftState, reading: DriftReading): DriftDecision {
  const band = reading.precise ? preciseBand : sampledBand;
  const samples = [...state.samples, reading.offsetSeconds].slice(-band.readings);
  const averageSeconds = trimmedMean(samples);
  const settled = samples.length >= Math.ceil(band.readings / 2);

  if (settled && Math.abs(averageSeconds) > seekBeyondSeconds) {
    return seek(state, reading, samples, averageSeconds);
  }
  const factor = settled ? nextFactor(state, reading.atSeconds, averageSeconds, band) : state.factor;
  const changedAtSeconds = factor === state.factor ? state.changedAtSeconds : reading.atSeconds;
  return {
    state: { ...state, samples, factor, changedAtSeconds },
    rate: reading.baseRate * factor,
    seekBySeconds: null,
    averageSeconds,
  };
}

function seek(
  state: DriftState,
  reading: DriftReading,
  samples: readonly number[],
  average: number,
): DriftDecision {
  const rate = reading.baseRate;
  const waits = reading.atSeconds - state.seekedAtSeconds < secondsBetweenSeeks;
  if (waits) {
    return { state: { ...state, samples, factor: 1 }, rate, seekBySeconds: null, averageSeconds: average };
  }
  return {
    state: { ...startDrift, changedAtSeconds: reading.atSeconds, seekedAtSeconds: reading.atSeconds },
    rate,
    seekBySeconds: -average,
    averageSeconds: average,
  };
}

function nextFactor(state: DriftState, atSeconds: number, average: number, band: Band): number {
  const correcting = state.factor !== 1;
  const distance = Math.abs(average);
  if (!correcting && distance <= band.startSeconds) return 1;
  // Together again, or the average has crossed to the other side: stop at once, a late stop is an overshoot.
  const pulling = 1 - state.factor;
  if (correcting && (distance <= band.stopSeconds || Math.sign(average) !== Math.sign(pulling))) return 1;
  if (atSeconds - state.changedAtSeconds < secondsBetweenChanges) return state.factor;
  const steps = Math.max(1, Math.round((distance * gainPerSecond) / nudgeStep));
  return 1 - Math.sign(average) * Math.min(maxNudge, steps * nudgeStep);
}

/** The mean without the highest and the lowest reading, once there are enough to spare two. */
function trimmedMean(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const kept = sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
  return kept.reduce((sum, sample) => sum + sample, 0) / kept.length;
}
