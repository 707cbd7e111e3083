/**
 * Which frame of a media element is on the screen. `requestVideoFrameCallback` where it works, else `currentTime` once
 * per animation frame: for audio (it never fires there), for old engines, and for a video that is not being painted
 * (hidden, scrolled away), whose callbacks stop while it plays on.
 */
import type { Frame } from './transport.ts';

export interface PresentedFrame extends Frame {
  /** `performance.now()` clock, ms: when this frame is or was on the screen. */
  readonly shownAtMs: number;
  /** From a video frame callback; false = `currentTime`, which runs between frames. */
  readonly precise: boolean;
}

const usualFrameSeconds = 1 / 30;
const silenceMs = 250;

export function watchFrames(element: HTMLMediaElement, onFrame: (frame: PresentedFrame) => void): () => void {
  const video =
    element instanceof HTMLVideoElement && 'requestVideoFrameCallback' in element ? element : null;
  let length = usualFrameSeconds;
  let previous: { readonly seconds: number; readonly count: number } | null = null;
  let lastCallbackMs = -Infinity;
  let callback = 0;
  let animation = 0;

  function onVideoFrame(_now: number, frame: VideoFrameCallbackMetadata): void {
    lastCallbackMs = performance.now();
    if (previous && frame.presentedFrames === previous.count + 1) {
      const delta = frame.mediaTime - previous.seconds;
      if (delta > 0.004 && delta < 0.11) length = length * 0.75 + delta * 0.25;
    }
    previous = { seconds: frame.mediaTime, count: frame.presentedFrames };
    callback = video?.requestVideoFrameCallback(onVideoFrame) ?? 0;
    onFrame({
      seconds: frame.mediaTime,
      lengthSeconds: length,
      shownAtMs: frame.expectedDisplayTime,
      precise: true,
    });
  }

  function sample(): void {
    const nowMs = performance.now();
    onFrame({
      seconds: element.currentTime,
      // The next sample comes an animation frame later; the picture may change in between.
      lengthSeconds: element.playbackRate / 60,
      shownAtMs: nowMs,
      precise: false,
    });
  }

  function onAnimation(): void {
    animation = 0;
    if (element.paused || element.ended) return;
    animation = requestAnimationFrame(onAnimation);
    if (!video || performance.now() - lastCallbackMs > silenceMs) sample();
  }

  function run(): void {
    if (animation === 0) animation = requestAnimationFrame(onAnimation);
  }

  // Animation frames stop in a background tab; `timeupdate` does not.
  function onTimeUpdate(): void {
    if (document.hidden && !element.seeking) sample();
  }

  if (video) callback = video.requestVideoFrameCallback(onVideoFrame);
  element.addEventListener('playing', run);
  element.addEventListener('timeupdate', onTimeUpdate);
  if (!element.paused) run();

  return () => {
    video?.cancelVideoFrameCallback(callback);
    cancelAnimationFrame(animation);
    element.removeEventListener('playing', run);
    element.removeEventListener('timeupdate', onTimeUpdate);
  };
}
