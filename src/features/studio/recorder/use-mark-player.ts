/** A medium being marked: where it is to the frame, plays at a speed, jumps by frames, repeats one sentence. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Span } from '../../../core/sync/cue-index.ts';

export interface MarkPlayer {
  readonly isPlaying: boolean;
  /** Of the frame on the screen. */
  readonly seconds: number;
  readonly loop: Span | null;
  secondsNow(): number;
  toggle(): void;
  play(): void;
  seek(seconds: number): void;
  /** Stands still at the frame of this time. */
  show(seconds: number): void;
  /** By so many frames; stops playing. */
  nudge(frames: number): void;
  setRate(rate: number): void;
  setLoop(span: Span | null): void;
}

export function useMarkPlayer(frameSeconds: number): {
  /** For the element's `ref`. */
  readonly attach: (element: HTMLMediaElement | null) => void;
  readonly player: MarkPlayer;
} {
  const [element, setElement] = useState<HTMLMediaElement | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const [loop, setLoopState] = useState<Span | null>(null);
  const loopRef = useRef<Span | null>(null);

  useEffect(() => {
    if (!element) return;
    let asked = 0;
    const look = (): void => {
      const span = loopRef.current;
      if (
        span &&
        !element.paused &&
        (element.currentTime >= span.end || element.currentTime < span.start - 0.3)
      ) {
        jump(element, span.start);
      }
      setSeconds(element.currentTime);
      asked = requestAnimationFrame(look);
    };
    const onPlay = (): void => {
      setPlaying(true);
      cancelAnimationFrame(asked);
      look();
    };
    const onPause = (): void => {
      setPlaying(false);
      cancelAnimationFrame(asked);
      setSeconds(element.currentTime);
      // The film ended inside the sentence that is repeated.
      if (element.ended && loopRef.current) {
        jump(element, loopRef.current.start);
        void element.play();
      }
    };
    const onSeeked = (): void => setSeconds(element.currentTime);
    element.addEventListener('play', onPlay);
    element.addEventListener('pause', onPause);
    element.addEventListener('ended', onPause);
    element.addEventListener('seeked', onSeeked);
    return () => {
      cancelAnimationFrame(asked);
      element.removeEventListener('play', onPlay);
      element.removeEventListener('pause', onPause);
      element.removeEventListener('ended', onPause);
      element.removeEventListener('seeked', onSeeked);
    };
  }, [element]);

  const play = (): void => void element?.play().catch(() => undefined);
  const seek = (to: number): void => {
    if (element) jump(element, to);
  };
  const attach = useCallback((next: HTMLMediaElement | null) => {
    if (next instanceof HTMLVideoElement) next.muted = true;
    setElement(next);
  }, []);
  const player: MarkPlayer = {
    isPlaying,
    seconds,
    loop,
    secondsNow: () => element?.currentTime ?? 0,
    play,
    toggle: () => (element?.paused === false ? element.pause() : play()),
    seek,
    show(to) {
      element?.pause();
      // A hair into the frame: exactly on its border the one before may be shown.
      seek(to + 0.001);
    },
    nudge(frames) {
      if (!element) return;
      element.pause();
      // Into the middle of a frame: exactly on its border the one before may be shown.
      const frame = Math.round(element.currentTime / frameSeconds - 0.5) + frames;
      seek((frame + 0.5) * frameSeconds);
    },
    setRate(rate) {
      if (element) playAt(element, rate);
    },
    setLoop(span) {
      loopRef.current = span;
      setLoopState(span);
      if (span) {
        seek(span.start);
        play();
      }
    },
  };
  return { attach, player };
}

function jump(element: HTMLMediaElement, seconds: number): void {
  element.currentTime = Math.min(Math.max(0, seconds), element.duration || Infinity);
}

function playAt(element: HTMLMediaElement, rate: number): void {
  element.playbackRate = rate;
}
