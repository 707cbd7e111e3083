/** Plays a stretch of the film and stops at its end, unless somebody does something else meanwhile. */
import { effect } from '@preact/signals';
import { firstFrameOf } from './film-steps.ts';
import type { EnginePlayer } from '../../../player/sentence-engine.ts';

let stopWatching = (): void => {};

export function playSpan(
  player: EnginePlayer,
  { start, end }: { readonly start: number; readonly end: number },
  framesPerSecond: number,
): void {
  stopWatching();
  player.seek(firstFrameOf(start, framesPerSecond));
  player.play();
  let begun = false;
  const dispose = effect(() => {
    const now = player.frameSeconds.value;
    const isPlaying = player.playing.value;
    begun ||= isPlaying && now >= start;
    const isElsewhere = begun && (now < start - 0.5 || now > end + 0.5);
    if (begun && isPlaying && now >= end && !isElsewhere) player.pause();
    if (begun && (isElsewhere || now >= end || !isPlaying)) queueMicrotask(() => stopWatching());
  });
  stopWatching = () => {
    stopWatching = () => {};
    dispose();
  };
}
