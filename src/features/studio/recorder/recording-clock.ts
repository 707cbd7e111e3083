/**
 * Where in a recording a moment lies. Its clock begins with the first frame the browser recorded, which it does not name: it is
 * guessed from when the camera took frames round the start, and made certain by laying the times of the frames in the file over the
 * times at which the camera took them.
 */

export interface CaptureLog {
  /** `performance.now()` of each frame the page was told of, rising; a busy page is not told of all. */
  readonly ms: readonly number[];
  stop(): void;
}

/** Enough for the countdown. */
const longest = 400;

export function logCaptures(video: HTMLVideoElement): CaptureLog {
  const ms: number[] = [];
  let asked = 0;
  const onFrame: VideoFrameRequestCallback = (now, { captureTime }) => {
    const taken = captureTime ?? now;
    if (taken > (ms.at(-1) ?? -Infinity)) ms.push(taken);
    if (ms.length < longest) asked = video.requestVideoFrameCallback(onFrame);
  };
  asked = video.requestVideoFrameCallback(onFrame);
  return { ms, stop: () => video.cancelVideoFrameCallback(asked) };
}

/** The first frame after `startMs`: one that was seen, or where the next was due. */
export function guessZero(captures: readonly number[], startMs: number): number {
  const after = captures.find((ms) => ms >= startMs);
  const before = captures.filter((ms) => ms < startMs);
  const frame = frameOf(captures);
  const last = before.at(-1);
  if (last === undefined || frame === null) return after ?? startMs;
  const due = last + Math.ceil((startMs - last) / frame) * frame;
  return after !== undefined && after - due < frame / 2 ? after : due;
}

/** The usual distance of frames; those the page was not told of make some distances longer. */
function frameOf(captures: readonly number[]): number | null {
  const gaps = captures.slice(1).map((ms, i) => ms - (captures[i] ?? ms));
  if (gaps.length < 3) return null;
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? null;
}

const sameMs = 4;
const farthestMs = 1000;
/** Of the frames both know of. */
const enough = 0.8;

/** @param fileSeconds When the file shows its frames. Returns the guess where nothing fits better than chance. */
export function alignZero(
  captures: readonly number[],
  fileSeconds: readonly number[],
  guessMs: number,
): number {
  const file = fileSeconds.map((seconds) => seconds * 1000);
  const [first, last] = [file[0], file.at(-1)];
  if (first === undefined || last === undefined || file.length < 10) return guessMs;
  let best = { zero: guessMs, fit: enough, far: Infinity };
  for (const capture of captures) {
    for (const shown of file) {
      const zero = capture - shown;
      const far = Math.abs(zero - guessMs);
      if (far > farthestMs) continue;
      const fit = fitOf(captures, file, zero);
      // Between places that fit alike, as with a camera that never is a millisecond late, the nearest.
      if (fit > best.fit + 0.1 || (fit >= best.fit - 0.02 && far < best.far)) best = { zero, fit, far };
    }
  }
  return best.zero;
}

function fitOf(captures: readonly number[], file: readonly number[], zero: number): number {
  const [first = 0, last = 0] = [file[0], file.at(-1)];
  let both = 0;
  let same = 0;
  let at = 0;
  for (const capture of captures) {
    const shown = capture - zero;
    if (shown < first - sameMs || shown > last + sameMs) continue;
    both += 1;
    while ((file[at + 1] ?? Infinity) <= shown) at += 1;
    const distance = Math.min(
      Math.abs(shown - (file[at] ?? Infinity)),
      Math.abs(shown - (file[at + 1] ?? Infinity)),
    );
    if (distance <= sameMs) same += 1;
  }
  return both < 8 ? 0 : same / both;
}
