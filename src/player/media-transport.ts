/** One media element as a transport. The element comes and goes with the page's layout; where it was is kept here. */
import { batch, signal } from '@preact/signals';
import { watchFrames } from './frame-clock.ts';
import type { PlayerProblem, Waiting } from './sentence-player.ts';
import type { Transport, TransportEvents } from './transport.ts';

export interface MediaTransportOptions {
  /** What is said to be waited for. */
  readonly kind: 'sign' | 'audio' | 'film';
  /** From the shelf, until the file itself says. */
  readonly durationSeconds?: number;
}

export interface MediaTransport extends Transport {
  attach(element: HTMLMediaElement | null): void;
}

/** A wait shorter than this is not worth saying: every seek is one. */
const quietWaitMs = 400;

export function createMediaTransport(
  events: TransportEvents,
  options: MediaTransportOptions,
): MediaTransport {
  const playing = signal(false);
  const durationSeconds = signal(options.durationSeconds ?? 0);
  const waiting = signal<Waiting>(null);
  const problem = signal<PlayerProblem>(null);
  const ended = signal(false);
  let element: HTMLMediaElement | null = null;
  let detach = (): void => {};
  /** To be gone to as soon as the element can seek. */
  let pendingSeconds: number | null = null;
  let lastSeconds = 0;
  let speed = 1;
  let waitTimer: ReturnType<typeof setTimeout> | undefined;

  const canSeek = (): boolean => element !== null && element.readyState >= 1;

  function start(): void {
    if (!element || problem.value) return;
    void element.play().catch((error: unknown) => {
      const name = error instanceof DOMException ? error.name : '';
      // Aborted: a pause or another seek came first, and that one says what holds.
      if (name === 'AbortError') return;
      // Without a tap the browser may refuse to start; the button then says 播放 again.
      playing.value = false;
      if (name === 'NotSupportedError') problem.value = 'cannot-play';
    });
  }

  function applyPending(): void {
    if (!element || !canSeek() || pendingSeconds === null) return;
    element.currentTime = pendingSeconds;
    pendingSeconds = null;
  }

  function applySpeed(): void {
    if (!element) return;
    element.preservesPitch = true;
    element.defaultPlaybackRate = speed;
    element.playbackRate = speed;
  }

  function settleWait(): void {
    clearTimeout(waitTimer);
    waitTimer = undefined;
    waiting.value = null;
  }

  function expectData(): void {
    if (waitTimer !== undefined) return;
    waitTimer = setTimeout(() => {
      waitTimer = undefined;
      if (!element || element.readyState >= 3 || !playing.value) return;
      waiting.value = element.readyState < 1 ? 'loading' : options.kind;
    }, quietWaitMs);
  }

  function fail(media: HTMLMediaElement): void {
    settleWait();
    batch(() => {
      problem.value = media.error?.code === 2 ? 'missing' : 'cannot-play';
      playing.value = false;
    });
  }

  function listen(media: HTMLMediaElement): () => void {
    const stop = new AbortController();
    const on = (names: readonly (keyof HTMLMediaElementEventMap)[], listener: () => void): void => {
      for (const name of names) media.addEventListener(name, listener, { signal: stop.signal });
    };
    const readDuration = (): void => {
      if (Number.isFinite(media.duration) && media.duration > 0) durationSeconds.value = media.duration;
    };
    on(['loadedmetadata'], applyPending);
    on(['loadedmetadata', 'durationchange'], readDuration);
    on(['waiting', 'stalled', 'loadstart'], () => {
      if (playing.value && media.readyState < 3) expectData();
    });
    on(['playing', 'canplay', 'canplaythrough'], settleWait);
    on(['seeked'], () => {
      settleWait();
      report(media.currentTime, 1 / 30);
    });
    // The system plays and pauses too (headphones, a call, the lock screen), and then that is what holds. Events come
    // late: what the element is by now decides.
    on(['play'], () => {
      if (!media.paused) batch(() => ((ended.value = false), (playing.value = true)));
    });
    on(['pause'], () => {
      if (media.paused && !media.ended) playing.value = false;
    });
    on(['ended'], () => {
      batch(() => ((playing.value = false), (ended.value = true)));
      events.ended();
    });
    on(['error'], () => fail(media));
    const unwatch = watchFrames(media, (frame) => {
      if (!media.seeking) report(frame.seconds, frame.lengthSeconds);
    });
    return () => {
      stop.abort();
      unwatch();
    };
  }

  function report(seconds: number, lengthSeconds: number): void {
    if (pendingSeconds !== null) return;
    lastSeconds = seconds;
    if (ended.value && element && !element.ended) ended.value = false;
    events.frame({ seconds, lengthSeconds });
  }

  return {
    playing,
    durationSeconds,
    waiting,
    problem,
    ended,
    attach(next) {
      if (next === element) return;
      detach();
      detach = () => {};
      settleWait();
      element = next;
      if (!next) return;
      // The layout changed and brought another element: it goes on where the last one was.
      pendingSeconds ??= lastSeconds > 0 ? lastSeconds : null;
      applySpeed();
      detach = listen(next);
      if (next.error) fail(next);
      applyPending();
      if (playing.value) start();
    },
    play() {
      playing.value = true;
      if (element && element.readyState < 3) expectData();
      start();
    },
    pause() {
      playing.value = false;
      settleWait();
      element?.pause();
    },
    seek(seconds) {
      lastSeconds = seconds;
      pendingSeconds = seconds;
      ended.value = false;
      applyPending();
    },
    setSpeed(next) {
      speed = next;
      applySpeed();
    },
    retry() {
      if (!element) return;
      problem.value = null;
      pendingSeconds = lastSeconds;
      element.load();
      applySpeed();
      playing.value = true;
      start();
    },
    dispose() {
      settleWait();
      detach();
      element?.pause();
      element = null;
    },
  };
}
