/** Small moves of the film. */
import type { EnginePlayer } from '../../../player/sentence-engine.ts';

type Steps = Pick<EnginePlayer, 'frameSeconds' | 'durationSeconds' | 'seek' | 'pause'>;

export function jump(player: Steps, seconds: number): void {
  const last = player.durationSeconds.peek() || Infinity;
  player.seek(Math.min(last, Math.max(0, player.frameSeconds.peek() + seconds)));
}

/** To the middle of the next frame or the one before, so that rounding never shows the same one again. */
export function stepFrame(player: Steps, direction: 1 | -1, framesPerSecond: number): void {
  player.pause();
  const frame = Math.floor(player.frameSeconds.peek() * framesPerSecond + 0.01) + direction;
  player.seek(Math.max(0, (Math.max(0, frame) + 0.5) / framesPerSecond));
}

/** The first frame a caption stands on: captions appear on the first frame presented at or after their time. */
export function firstFrameOf(start: number, framesPerSecond: number): number {
  return (Math.ceil(start * framesPerSecond - 0.01) + 0.5) / framesPerSecond;
}
