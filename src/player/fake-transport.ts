/** For tests: a medium that plays only when told to advance, and remembers what was asked of it. */
import { signal } from '@preact/signals';
import type { PlayerProblem, Waiting } from './sentence-player.ts';
import type { Transport, TransportEvents } from './transport.ts';

export const FRAME_SECONDS = 0.04;

export interface FakeTransport extends Transport {
  readonly seeks: number[];
  /** Presents frames until this media time, or until it is paused. */
  playTo(seconds: number): void;
  /** Presents frames for this long, wherever seeks lead meanwhile. */
  playFor(seconds: number): void;
  /** The element's own time. */
  now(): number;
  runOut(): void;
}

export function createFakeTransport(events: TransportEvents): FakeTransport {
  const playing = signal(false);
  const ended = signal(false);
  const seeks: number[] = [];
  let seconds = 0;
  // A seek presents the frame that holds the time, which usually begins before it.
  const present = (): void => {
    const frame = Math.floor(seconds / FRAME_SECONDS + 1e-6) * FRAME_SECONDS;
    events.frame({ seconds: frame, lengthSeconds: FRAME_SECONDS });
  };
  return {
    playing,
    ended,
    durationSeconds: signal(60),
    waiting: signal<Waiting>(null),
    problem: signal<PlayerProblem>(null),
    seeks,
    now: () => seconds,
    play() {
      playing.value = true;
      ended.value = false;
    },
    pause() {
      playing.value = false;
    },
    seek(to) {
      seeks.push(to);
      seconds = to;
      present();
    },
    setSpeed() {},
    retry() {},
    dispose() {},
    playTo(to) {
      while (playing.value && seconds < to) {
        seconds += FRAME_SECONDS;
        present();
      }
    },
    playFor(lengthSeconds) {
      for (let played = 0; playing.value && played < lengthSeconds; played += FRAME_SECONDS) {
        seconds += FRAME_SECONDS;
        present();
      }
    },
    runOut() {
      playing.value = false;
      ended.value = true;
      events.ended();
    },
  };
}
