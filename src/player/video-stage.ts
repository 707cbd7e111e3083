/** One of two videos that are steered together: its element, its latest frame, what it can do now. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { watchFrames, type PresentedFrame } from './frame-clock.ts';
import type { StageLook } from './joint-state.ts';
import type { PlayerProblem } from './sentence-player.ts';

export interface StageEvents {
  /** Something changed that may let both run or make both wait. */
  readonly changed: () => void;
  readonly frame: (frame: PresentedFrame) => void;
  readonly seeked: () => void;
  readonly ended: () => void;
  /** Paused by the system, not by us. */
  readonly stopped: () => void;
  /** The browser will not start it without a tap. */
  readonly refused: () => void;
  readonly failed: () => void;
}

export interface VideoStage {
  readonly problem: ReadonlySignal<PlayerProblem>;
  readonly durationSeconds: ReadonlySignal<number>;
  element(): HTMLMediaElement | null;
  attach(element: HTMLMediaElement | null): void;
  /** The latest frame since the last seek or start; null before there is one. */
  frame(): PresentedFrame | null;
  /** Media time now, or where it will be once it can seek. */
  seconds(): number;
  look(): StageLook | null;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  rate(): number;
  setRate(rate: number): void;
  forgetFrame(): void;
  retry(): void;
}

export function createVideoStage(events: StageEvents, durationSeconds = 0): VideoStage {
  const problem = signal<PlayerProblem>(null);
  const duration = signal(durationSeconds);
  let element: HTMLMediaElement | null = null;
  let detach = (): void => {};
  let frame: PresentedFrame | null = null;
  let pendingSeconds: number | null = null;
  let lastSeconds = 0;
  let rate = 1;
  let wanted = false;

  function applyPending(): void {
    if (!element || element.readyState < 1 || pendingSeconds === null) return;
    element.currentTime = pendingSeconds;
    pendingSeconds = null;
  }

  function applyRate(): void {
    if (!element) return;
    element.preservesPitch = true;
    // Engines resample on every write: only a changed rate is written.
    if (Math.abs(element.playbackRate - rate) > 0.0005) element.playbackRate = rate;
  }

  function listen(media: HTMLMediaElement): () => void {
    const stop = new AbortController();
    const on = (names: readonly (keyof HTMLMediaElementEventMap)[], listener: () => void): void => {
      for (const name of names) media.addEventListener(name, listener, { signal: stop.signal });
    };
    on(['loadedmetadata'], () => {
      // Loading anew puts the rate back.
      applyRate();
      applyPending();
    });
    on(['loadedmetadata', 'durationchange'], () => {
      if (Number.isFinite(media.duration) && media.duration > 0) duration.value = media.duration;
    });
    on(['waiting', 'canplay', 'canplaythrough', 'playing', 'progress', 'loadeddata'], events.changed);
    on(['seeked'], () => {
      events.seeked();
      events.changed();
    });
    on(['ended'], events.ended);
    on(['pause'], () => {
      if (wanted && media.paused && !media.ended && !media.seeking) events.stopped();
    });
    on(['error'], () => {
      problem.value = media.error?.code === 2 ? 'missing' : 'cannot-play';
      events.failed();
    });
    const unwatch = watchFrames(media, (next) => {
      if (media.seeking || pendingSeconds !== null) return;
      frame = next;
      lastSeconds = next.seconds;
      events.frame(next);
    });
    return () => {
      stop.abort();
      unwatch();
    };
  }

  const now = (): number => pendingSeconds ?? element?.currentTime ?? lastSeconds;

  return {
    problem,
    durationSeconds: duration,
    element: () => element,
    frame: () => frame,
    seconds: now,
    attach(next) {
      if (next === element) return;
      detach();
      detach = () => {};
      frame = null;
      element = next;
      if (!next) return;
      pendingSeconds ??= lastSeconds > 0 ? lastSeconds : null;
      detach = listen(next);
      applyRate();
      applyPending();
      if (next.error) problem.value = 'cannot-play';
    },
    look() {
      if (!element || problem.value) return null;
      const { buffered, currentTime } = element;
      let aheadSeconds = 0;
      for (let range = 0; range < buffered.length; range += 1) {
        if (buffered.start(range) > currentTime + 0.1 || buffered.end(range) < currentTime) continue;
        aheadSeconds = Math.max(aheadSeconds, buffered.end(range) - currentTime);
      }
      const complete = duration.value > 0 && currentTime + aheadSeconds > duration.value - 0.1;
      return {
        seeking: element.seeking || pendingSeconds !== null,
        readyState: element.readyState,
        aheadSeconds,
        complete,
      };
    },
    play() {
      wanted = true;
      void element?.play().catch((error: unknown) => {
        const name = error instanceof DOMException ? error.name : '';
        // Aborted by a pause or a seek that came after it; that one says what holds. Unsupported: `error` says so.
        if (name === 'NotAllowedError') events.refused();
      });
    },
    pause() {
      wanted = false;
      element?.pause();
    },
    seek(seconds) {
      frame = null;
      lastSeconds = seconds;
      pendingSeconds = seconds;
      applyPending();
    },
    rate: () => rate,
    setRate(next) {
      rate = next;
      applyRate();
    },
    forgetFrame: () => (frame = null),
    retry() {
      if (!element) return;
      lastSeconds = now();
      problem.value = null;
      pendingSeconds = lastSeconds;
      element.load();
      applyRate();
    },
  };
}
