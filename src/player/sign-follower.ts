/** Keeps a running sign video with its running film: compares frames that were shown and steers the sign video's rate. */
import { startDrift, steer } from '../core/sync/drift.ts';
import type { FilmMap } from '../core/sync/film.ts';
import type { VideoStage } from './video-stage.ts';

/** Dispatched on the film element at each comparison of two presented frames; for measuring, nothing else listens. */
const SYNC_EVENT = 'same-page:sync';
interface SyncDetail {
  /** Media seconds; positive = the sign video is ahead. */
  readonly offsetSeconds: number;
  readonly action: 'none' | 'rate' | 'seek';
  readonly rate: number;
}

interface FollowerOptions {
  readonly film: VideoStage;
  readonly sign: VideoStage;
  readonly map: FilmMap;
  /** The film's playback rate. */
  readonly speed: () => number;
}

export interface SignFollower {
  /** The sign video's rate with no correction running. */
  rate(): number;
  /** True while a correcting seek of the sign video alone is under way. */
  isSteering(): boolean;
  /** A new start: old frames and readings say nothing about it. */
  reset(): void;
  steered(): void;
  /** By how much the sign video has come out ahead when both were started in the same moment, learnt from the starts so far. */
  startSkewSeconds(): number;
  /** On every presented frame of the sign video while both run. */
  compare(): void;
}

/** Frames shown further apart than this say nothing about each other. */
const comparableMs = 200;
const sameRate = 0.0005;
/** A film with sound starts later than a silent video, by as much as this device's sound takes to come. */
const mostSkewSeconds = 0.15;
const readingsPerStart = 5;

export function createSignFollower({ film, sign, map, speed }: FollowerOptions): SignFollower {
  let drift = startDrift;
  let steering = false;
  let skewSeconds = 0;
  let firstOffsets: number[] = [];

  const baseRate = (): number => speed() * map.slopeAt(film.seconds());

  function measure(): { offsetSeconds: number; atMs: number; precise: boolean } | null {
    const [filmFrame, signFrame] = [film.frame(), sign.frame()];
    if (!filmFrame || !signFrame) return null;
    if (Math.abs(filmFrame.shownAtMs - signFrame.shownAtMs) > comparableMs) return null;
    // Both brought to the same instant: the later of the two.
    const atMs = Math.max(filmFrame.shownAtMs, signFrame.shownAtMs);
    const filmSeconds = filmFrame.seconds + ((atMs - filmFrame.shownAtMs) / 1000) * speed();
    const signSeconds = signFrame.seconds + ((atMs - signFrame.shownAtMs) / 1000) * sign.rate();
    const precise = filmFrame.precise && signFrame.precise;
    return { offsetSeconds: signSeconds - map.toSign(filmSeconds), atMs, precise };
  }

  function learnSkew(offsetSeconds: number): void {
    if (firstOffsets.length >= readingsPerStart) return;
    firstOffsets.push(offsetSeconds);
    if (firstOffsets.length < readingsPerStart) return;
    const mean = firstOffsets.reduce((sum, offset) => sum + offset, 0) / readingsPerStart / baseRate();
    skewSeconds = Math.max(-mostSkewSeconds, Math.min(mostSkewSeconds, skewSeconds + mean * 0.6));
  }

  return {
    rate: baseRate,
    startSkewSeconds: () => skewSeconds,
    isSteering: () => steering,
    steered: () => (steering = false),
    reset() {
      drift = startDrift;
      steering = false;
      firstOffsets = [];
      film.forgetFrame();
      sign.forgetFrame();
    },
    compare() {
      const reading = steering ? null : measure();
      if (!reading) return;
      const { offsetSeconds, atMs, precise } = reading;
      learnSkew(offsetSeconds);
      const decision = steer(drift, { offsetSeconds, baseRate: baseRate(), atSeconds: atMs / 1000, precise });
      drift = decision.state;
      const isNewRate = Math.abs(decision.rate - sign.rate()) > sameRate;
      sign.setRate(decision.rate);
      if (decision.seekBySeconds !== null) {
        steering = true;
        sign.seek(sign.seconds() + decision.seekBySeconds);
      }
      const action = decision.seekBySeconds !== null ? 'seek' : isNewRate ? 'rate' : 'none';
      const detail: SyncDetail = { offsetSeconds, action, rate: decision.rate };
      film.element()?.dispatchEvent(new CustomEvent(SYNC_EVENT, { detail }));
    },
  };
}
