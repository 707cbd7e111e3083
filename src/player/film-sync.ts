/**
 * Film and sign video together (design §8). The film is the master and is never corrected; the sign video is muted and
 * follows. They start together, seek together and wait for each other; in between, `core/sync/drift` keeps the sign
 * video with the film by its rate. To the sentence player they are one transport on the film's clock.
 */
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { FilmMap } from '../core/sync/film.ts';
import { judge } from './joint-state.ts';
import type { PlayerProblem, Waiting } from './sentence-player.ts';
import type { Transport, TransportEvents } from './transport.ts';
import { createSignFollower } from './sign-follower.ts';
import { createVideoStage } from './video-stage.ts';

export interface FilmSyncOptions {
  readonly map: FilmMap;
  readonly durationSeconds?: number;
}

export interface FilmTransport extends Transport {
  attachFilm(element: HTMLMediaElement | null): void;
  attachSign(element: HTMLMediaElement | null): void;
  readonly signProblem: ReadonlySignal<PlayerProblem>;
  /** The film goes on without its signing (not shown, or not worth waiting for); true takes it back in. */
  setSignWanted(wanted: boolean): void;
  retrySign(): void;
}

const quietWaitMs = 400;
const checkWhileHeldMs = 100;
/** Closer than this they start in the same moment; further apart, the one that is behind starts first. */
const sameMomentSeconds = 0.015;
const alignBySeekSeconds = 0.5;

export function createFilmTransport(events: TransportEvents, options: FilmSyncOptions): FilmTransport {
  const { map } = options;
  const playing = signal(false);
  const ended = signal(false);
  const waiting = signal<Waiting>(null);
  let speed = 1;
  let running = false;
  let signWanted = true;
  /** The film is over and the signer still has something to say. */
  let tail = false;
  let waitingSinceMs: number | null = null;
  let heldTimer: ReturnType<typeof setInterval> | undefined;
  let staggerTimer: ReturnType<typeof setTimeout> | undefined;

  const film = createVideoStage(
    {
      changed: settle,
      frame(frame) {
        if (tail) return;
        followSignRange();
        events.frame({ seconds: frame.seconds, lengthSeconds: frame.lengthSeconds });
      },
      seeked: () => events.frame({ seconds: film.seconds(), lengthSeconds: 1 / 30 }),
      ended: onFilmEnded,
      stopped: transportPause,
      refused: transportPause,
      failed: transportPause,
    },
    options.durationSeconds,
  );
  const sign = createVideoStage({
    changed: settle,
    frame: () => (running && !tail ? follower.compare() : undefined),
    seeked: () => follower.steered(),
    ended: () => (tail ? finish() : undefined),
    // In a background tab engines stop silent videos; it joins again when the tab is back.
    stopped: () => (document.hidden ? undefined : transportPause()),
    refused() {},
    failed: settle,
  });

  const follower = createSignFollower({ film, sign, map, speed: () => speed });

  /** The sign video has something to show at the film's present time, and is wanted. */
  function signTakesPart(): boolean {
    if (!sign.element() || sign.problem.value || !signWanted) return false;
    const at = map.toSign(film.seconds());
    return at >= 0 && (sign.durationSeconds.value === 0 || at < sign.durationSeconds.value - 0.05);
  }

  function settle(): void {
    if (!film.element()) return;
    const signLook = tail || signTakesPart() ? sign.look() : null;
    const verdict = judge({
      playing: playing.value,
      running,
      film: tail ? null : film.look(),
      // A correcting seek of the sign video alone does not hold the film.
      sign: signLook && follower.isSteering() ? { ...signLook, seeking: false } : signLook,
    });
    if (verdict.run && !running) start();
    if (!verdict.run && running) hold();
    sayWaiting(verdict.waitFor);
  }

  function sayWaiting(waitFor: Waiting): void {
    const held = playing.value && !running;
    if (held) heldTimer ??= setInterval(settle, checkWhileHeldMs);
    else {
      clearInterval(heldTimer);
      heldTimer = undefined;
    }
    waitingSinceMs = waitFor === null ? null : (waitingSinceMs ?? performance.now());
    if (waitingSinceMs === null) waiting.value = null;
    else if (performance.now() - waitingSinceMs >= quietWaitMs) waiting.value = waitFor;
  }

  function start(): void {
    running = true;
    follower.reset();
    if (tail) return sign.play();
    if (!signTakesPart()) return film.play();
    sign.setRate(follower.rate());
    const apartSeconds = (sign.seconds() - map.toSign(film.seconds())) / follower.rate();
    if (Math.abs(apartSeconds) > alignBySeekSeconds) return seekBoth(film.seconds());
    const aheadSeconds = apartSeconds + follower.startSkewSeconds();
    const [first, second] = aheadSeconds > 0 ? [film, sign] : [sign, film];
    first.play();
    if (Math.abs(aheadSeconds) < sameMomentSeconds) return second.play();
    staggerTimer = setTimeout(
      () => {
        staggerTimer = undefined;
        second.play();
      },
      Math.abs(aheadSeconds) * 1000,
    );
  }

  function hold(): void {
    running = false;
    clearTimeout(staggerTimer);
    staggerTimer = undefined;
    film.pause();
    sign.pause();
  }

  function seekBoth(seconds: number): void {
    if (running) hold();
    tail = false;
    follower.steered();
    ended.value = false;
    film.seek(seconds);
    const last = Math.max(0, (sign.durationSeconds.value || Infinity) - 0.05);
    if (sign.element()) sign.seek(Math.min(last, Math.max(0, map.toSign(seconds))));
    settle();
  }

  /** The sign video begins and ends where its own time does, whatever the film's length. */
  function followSignRange(): void {
    const element = sign.element();
    if (!running || !element || staggerTimer !== undefined) return;
    if (signTakesPart() === !element.paused || (element.ended && !element.seeking)) return;
    if (!element.paused) return sign.pause();
    if (Math.abs(sign.seconds() - map.toSign(film.seconds())) > alignBySeekSeconds)
      return seekBoth(film.seconds());
    sign.setRate(follower.rate());
    sign.play();
  }

  function onFilmEnded(): void {
    const signLeft = sign.durationSeconds.value - sign.seconds();
    tail = running && signWanted && sign.problem.value === null && sign.element() !== null && signLeft > 0.2;
    if (!tail) finish();
  }

  function finish(): void {
    hold();
    batch(() => {
      playing.value = false;
      ended.value = true;
    });
    sayWaiting(null);
    events.ended();
  }

  function transportPause(): void {
    playing.value = false;
    hold();
    sayWaiting(null);
  }

  /** Back together with a film that may be running. */
  function rejoin(): void {
    if (running && !tail) seekBoth(film.seconds());
    else settle();
  }

  const onVisible = (): void =>
    !document.hidden && running && sign.element()?.paused ? rejoin() : undefined;
  document.addEventListener('visibilitychange', onVisible);

  return {
    playing,
    ended,
    waiting,
    durationSeconds: film.durationSeconds,
    problem: computed(() => film.problem.value),
    signProblem: sign.problem,
    attachFilm: (element) => film.attach(element),
    attachSign(element) {
      sign.attach(element);
      if (element) sign.seek(Math.max(0, map.toSign(film.seconds())));
      else settle();
    },
    play() {
      playing.value = true;
      settle();
      if (running) return;
      // Nothing can start yet, so both are asked in the tap itself: iOS lets a video start later only if a tap once did.
      film.play();
      sign.play();
      hold();
    },
    pause: transportPause,
    seek: seekBoth,
    setSpeed(next) {
      speed = next;
      film.setRate(next);
      sign.setRate(follower.rate());
    },
    setSignWanted(wanted) {
      if (signWanted === wanted) return;
      signWanted = wanted;
      if (wanted) return rejoin();
      sign.pause();
      if (tail) finish();
      settle();
    },
    retry() {
      film.retry();
      playing.value = true;
      settle();
    },
    retrySign() {
      sign.retry();
      rejoin();
    },
    dispose() {
      document.removeEventListener('visibilitychange', onVisible);
      clearInterval(heldTimer);
      transportPause();
      film.attach(null);
      sign.attach(null);
    },
  };
}
