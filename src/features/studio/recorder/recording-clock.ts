/**
 * Where in a recording a moment lies. Its clock begins with the first frame the browser recorded, which it does not name: it is
 * guessed from when the camera took frames round the start, and made certain by laying the times of the frames in the file over the
 * times at which the camera took them, within what the start and the end of the recording leave possible.
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

/** On its way from the camera when recording began, a frame taken a little earlier is still recorded. */
const onItsWayMs = 5;

/** The first frame after recording began: one that was seen, or where the next was due. */
export function guessZero(captures: readonly number[], startMs: number): number {
  const fromMs = startMs - onItsWayMs;
  const after = captures.find((ms) => ms >= fromMs);
  const last = captures.findLast((ms) => ms < fromMs);
  const frame = frameOf(captures);
  if (last === undefined || frame === null) return after ?? startMs;
  const due = last + Math.ceil((fromMs - last) / frame) * frame;
  return after !== undefined && after - due < frame / 2 ? after : due;
}

/** The usual distance of frames; those the page was not told of make some distances longer. */
function frameOf(captures: readonly number[]): number | null {
  const gaps = captures.slice(1).map((ms, i) => ms - (captures[i] ?? ms));
  if (gaps.length < 3) return null;
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? null;
}

/** What is certain about the zero whatever the frames say, in ms of `performance.now()`. */
export interface ZeroBounds {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Nothing is recorded before the recorder was asked to, however long the page stood still afterwards; and it began within a second of
 * the answer.
 */
export function boundsOfStart(askedMs: number, begunMs: number): ZeroBounds {
  return { fromMs: askedMs - 60, toMs: begunMs + 1000 };
}

/** The last frame was taken before the recorder was stopped, and not long before: encoders keep up, or drop frames. */
export function boundsOfEnd(stopMs: number, lastSeconds: number): ZeroBounds {
  const zeroMs = stopMs - lastSeconds * 1000;
  return { fromMs: zeroMs - 250, toMs: zeroMs + 40 };
}

/** Both where they can both be true; else the second, which was measured later. */
export function within(first: ZeroBounds, second: ZeroBounds): ZeroBounds {
  const both = { fromMs: Math.max(first.fromMs, second.fromMs), toMs: Math.min(first.toMs, second.toMs) };
  return both.fromMs <= both.toMs ? both : second;
}

/** Both clocks are this exact; a real camera is late now and then by more, which is what tells one place from another. */
const exactMs = 0.5;
/** A frame of one that the other does not have within this is another frame. */
const sameMs = 4;
const missCost = 8;
/** Of the frames both know of. */
const enough = 0.8;
/** Places that fit so nearly alike are told apart by the guess alone: less than one frame missed. */
const alike = 3;
/** So that a place where few frames overlap does not look better for it. */
const weight = 60;

interface Fit {
  readonly zero: number;
  readonly cost: number;
}

/**
 * @param fileSeconds When the file shows its frames.
 * @returns the guess, or the bound nearest to it, where nothing fits better than chance
 */
export function alignZero(
  captures: readonly number[],
  fileSeconds: readonly number[],
  guessMs: number,
  { fromMs, toMs }: ZeroBounds,
): number {
  const file = fileSeconds.map((seconds) => seconds * 1000);
  const bounded = Math.min(toMs, Math.max(fromMs, guessMs));
  if (file.length < 10) return bounded;
  const tried = new Map<number, Fit>();
  for (const capture of captures) {
    for (const shown of file) {
      const zero = capture - shown;
      // Places a millisecond apart are one place: laying them over each other finds where in it.
      const place = Math.round(zero);
      if (zero < fromMs || zero > toMs || tried.has(place)) continue;
      const fit = fitAt(captures, file, zero);
      if (fit) tried.set(place, fit);
    }
  }
  const fits = [...tried.values()];
  const best = Math.min(...fits.map(({ cost }) => cost));
  const good = fits.filter(({ cost }) => cost <= best + alike);
  const nearest = good.sort((a, b) => Math.abs(a.zero - guessMs) - Math.abs(b.zero - guessMs))[0];
  return nearest?.zero ?? bounded;
}

/** Null where they do not fit at all. */
function fitAt(captures: readonly number[], file: readonly number[], zero: number): Fit | null {
  const distances = distancesAt(captures, file, zero);
  const same = distances.filter((distance) => Math.abs(distance) <= sameMs).sort((a, b) => a - b);
  if (distances.length < 8 || same.length < distances.length * enough) return null;
  const middle = same[Math.floor(same.length / 2)] ?? 0;
  const costs = distances.map((distance) => Math.min(missCost, ((distance - middle) / exactMs) ** 2 / 2));
  const cost = costs.reduce((sum, one) => sum + one, 0) / costs.length;
  return { zero: zero + middle, cost: cost * weight };
}

/** From each capture the file reaches to, to its nearest frame; positive where the camera was later. */
function distancesAt(captures: readonly number[], file: readonly number[], zero: number): number[] {
  const [first = 0, last = 0] = [file[0], file.at(-1)];
  const distances: number[] = [];
  let at = 0;
  for (const capture of captures) {
    const shown = capture - zero;
    if (shown < first - sameMs || shown > last + sameMs) continue;
    while ((file[at + 1] ?? Infinity) <= shown) at += 1;
    const [before, after] = [shown - (file[at] ?? -Infinity), shown - (file[at + 1] ?? Infinity)];
    distances.push(Math.abs(before) <= Math.abs(after) ? before : after);
  }
  return distances;
}
