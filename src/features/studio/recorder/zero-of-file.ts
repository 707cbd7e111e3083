/** When the clock of a recorded file began, out of the file itself. */
import { alignZero, boundsOfEnd, within, type CaptureLog, type ZeroBounds } from './recording-clock.ts';

/** More than the page was told of. */
const mostFrames = 600;

export interface KnownClock {
  readonly captures: CaptureLog;
  readonly guessMs: number;
  readonly bounds: ZeroBounds;
}

/** @param stopMs When it was stopped, of a recording that is whole: its end says within a quarter of a second where it began. */
export async function zeroOf(
  { captures, guessMs, bounds }: KnownClock,
  recorded: Blob,
  stopMs?: number,
): Promise<number> {
  try {
    const { frameTimes } = await import('../../../authoring/media/frame-times.ts');
    const times = await frameTimes(recorded);
    const last = times.at(-1);
    const isWhole = stopMs !== undefined && last !== undefined;
    return alignZero(
      captures.ms,
      times.slice(0, mostFrames),
      guessMs,
      isWhole ? within(bounds, boundsOfEnd(stopMs, last)) : bounds,
    );
  } catch (error) {
    // A type that cannot be read before its end: the guess is within a frame or two.
    console.info(error);
    return guessMs;
  }
}
