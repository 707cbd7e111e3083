/**
 * Size, frames and key frames of a video against `numbers.md`: one set of rules for the hub, which looks into files, and for the
 * studio, which has looked when a file was taken in.
 */

/** As far as they are known. Pixels as shown, rotation applied. */
export interface PictureFacts {
  readonly width?: number;
  readonly height?: number;
  /** Frames a second, averaged. */
  readonly frameRate?: number;
  readonly hasAudio?: boolean;
  /** The longest time without a key frame. */
  readonly keyFrameSeconds?: number;
  readonly megabitsPerSecond?: number;
}

/** `term` is the short sign clip of a word's card. */
export type PictureUse = 'sign' | 'film' | 'term';

export type PictureFindingCode =
  /** `params.frameRate`, `params.limit` */
  | 'frame-rate-low'
  | 'frame-rate-high'
  /** `params.shortSide`, `params.limit` */
  | 'picture-small'
  | 'picture-large'
  | 'picture-larger-than-needed'
  /** `params.seconds` */
  | 'key-frames-far'
  /** `params.megabitsPerSecond` */
  | 'bit-rate-high';

export interface PictureFinding {
  readonly code: PictureFindingCode;
  readonly isRefused: boolean;
  readonly params: Readonly<Record<string, string | number>>;
}

const limits = {
  /** numbers.md: source ≥ 720p, 1080p with a warning; the side that counts is the short one. */
  shortSide: { min: 720, expected: 720, max: 1080 },
  frameRate: { min: 25, expectedMax: 30 },
  keyFrameSeconds: 1,
  megabitsPerSecond: 8,
};

/** Files are counted as 25 or 1 s in spite of rounding (24.97 fps, a gap of 1.04 s). */
const tolerance = { frameRate: 0.5, keyFrameSeconds: 0.05 };

const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);
const tenths = (value: number): number => Math.round(value * 10) / 10;

export function judgePicture(
  facts: PictureFacts,
  use: PictureUse,
  { placeholder = false }: { readonly placeholder?: boolean } = {},
): PictureFinding[] {
  // Handshapes need pixels and movement needs frames; a film may be old and small, a word's clip is short.
  const isStrict = use === 'sign' && !placeholder;
  return [...judgeSize(facts, isStrict), ...judgeFrameRate(facts, use, isStrict), ...judgeStream(facts)];
}

function judgeSize({ width, height }: PictureFacts, isStrict: boolean): PictureFinding[] {
  if (!known(width) || !known(height)) return [];
  const shortSide = Math.min(width, height);
  const { min, expected, max } = limits.shortSide;
  if (shortSide < min) return [finding('picture-small', isStrict, { shortSide, limit: min })];
  if (shortSide > max) return [finding('picture-large', true, { shortSide, limit: max })];
  return shortSide > expected
    ? [finding('picture-larger-than-needed', false, { shortSide, limit: expected })]
    : [];
}

function judgeFrameRate({ frameRate }: PictureFacts, use: PictureUse, isStrict: boolean): PictureFinding[] {
  if (!known(frameRate)) return [];
  const { min, expectedMax } = limits.frameRate;
  if (use !== 'film' && frameRate < min - tolerance.frameRate) {
    return [finding('frame-rate-low', isStrict, { frameRate, limit: min })];
  }
  return frameRate > expectedMax + tolerance.frameRate
    ? [finding('frame-rate-high', false, { frameRate, limit: expectedMax })]
    : [];
}

function judgeStream({ keyFrameSeconds, megabitsPerSecond }: PictureFacts): PictureFinding[] {
  const findings: PictureFinding[] = [];
  if (known(keyFrameSeconds) && keyFrameSeconds > limits.keyFrameSeconds + tolerance.keyFrameSeconds) {
    findings.push(finding('key-frames-far', false, { seconds: tenths(keyFrameSeconds) }));
  }
  if (known(megabitsPerSecond) && megabitsPerSecond > limits.megabitsPerSecond) {
    findings.push(finding('bit-rate-high', false, { megabitsPerSecond: tenths(megabitsPerSecond) }));
  }
  return findings;
}

function finding(
  code: PictureFindingCode,
  isRefused: boolean,
  params: PictureFinding['params'],
): PictureFinding {
  return { code, isRefused, params };
}
