/** The limits of `numbers.md` (Netflix zh-Hans, Chinese practice) as findings; nothing here changes a caption. */
import { endMark, soundLine } from './marks.ts';
import type { Caption } from './model.ts';
import { readingLength, widthOf } from './width.ts';

export type CaptionFindingCode =
  /** No words in it: nothing will be shown. */
  | 'caption-empty'
  /** More than two lines. `params.lines` */
  | 'caption-lines'
  /** A line of more than 16 characters. `params.characters`, `params.limit` */
  | 'caption-line-long'
  /**
   * Above the hard limit. `params.perSecond`, `params.limit`. Still a warning: nine of ten downloaded caption files have
   * such a cue, and a film whose captions are too fast in places is better shown than held back.
   */
  | 'caption-too-fast'
  /** Above the target. `params.perSecond`, `params.limit` */
  | 'caption-fast'
  /** `params.seconds`, `params.limit` */
  | 'caption-short'
  | 'caption-long'
  /** Less than two frames after the one before, so that the change is not seen. */
  | 'caption-gap'
  | 'caption-overlap'
  /** A full stop or comma at a line's end. `params.mark` */
  | 'caption-end-mark'
  /** A sound in ( ) or [ ] instead of ［ ］. */
  | 'caption-sound-brackets';

export interface CaptionFinding {
  readonly code: CaptionFindingCode;
  readonly severity: 'error' | 'warning';
  /** Index of the caption in the list given. */
  readonly index: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export const captionLimits = {
  charactersPerLine: 16,
  lines: 2,
  charactersPerSecond: { target: 5, hard: 9, hardWithSounds: 11 },
  seconds: { min: 5 / 6, max: 7 },
  gapFrames: 2,
} as const;

export interface CaptionCheckOptions {
  /** Of the film; default 25. */
  readonly framesPerSecond?: number;
}

const sound = /［[^］]*］/u;

/** Captions sorted by start. */
export function checkCaptions(
  captions: readonly Caption[],
  { framesPerSecond = 25 }: CaptionCheckOptions = {},
): CaptionFinding[] {
  return captions.flatMap((caption, index) => [
    ...textFindingsOf(caption).map((finding) => ({ ...finding, index })),
    ...checkTimes(caption, index, captions[index - 1], framesPerSecond),
  ]);
}

/** Captions are never changed in place: what was found in a thousand of them holds while one is typed into. */
const foundInText = new WeakMap<Caption, readonly CaptionFinding[]>();
const lengthOf = new WeakMap<Caption, number>();

function textFindingsOf(caption: Caption): readonly CaptionFinding[] {
  const known = foundInText.get(caption) ?? checkText(caption, 0);
  foundInText.set(caption, known);
  return known;
}

function readingLengthOf(caption: Caption): number {
  const known = lengthOf.get(caption) ?? readingLength(caption.text);
  lengthOf.set(caption, known);
  return known;
}

function checkText({ text }: Caption, index: number): CaptionFinding[] {
  if (text.trim() === '') return [warning('caption-empty', index)];
  const findings: CaptionFinding[] = [];
  const lines = text.split('\n');
  if (lines.length > captionLimits.lines) {
    findings.push(warning('caption-lines', index, { lines: lines.length, limit: captionLimits.lines }));
  }
  const longest = Math.max(...lines.map(widthOf));
  if (longest > captionLimits.charactersPerLine) {
    findings.push(
      warning('caption-line-long', index, { characters: longest, limit: captionLimits.charactersPerLine }),
    );
  }
  const mark = lines.map((line) => endMark.exec(line.trim())?.[0]).find((found) => found !== undefined);
  if (mark !== undefined) findings.push(warning('caption-end-mark', index, { mark }));
  if (lines.some((line) => soundLine.test(line))) {
    findings.push(warning('caption-sound-brackets', index));
  }
  return findings;
}

function checkTimes(
  caption: Caption,
  index: number,
  before: Caption | undefined,
  framesPerSecond: number,
): CaptionFinding[] {
  const findings: CaptionFinding[] = [];
  const { charactersPerSecond, seconds: limits, gapFrames } = captionLimits;
  const seconds = caption.end - caption.start;
  const perSecond = round(readingLengthOf(caption) / seconds, 1);
  const hard = sound.test(caption.text) ? charactersPerSecond.hardWithSounds : charactersPerSecond.hard;
  if (perSecond > hard) {
    findings.push(warning('caption-too-fast', index, { perSecond, limit: hard }));
  } else if (perSecond > charactersPerSecond.target) {
    findings.push(warning('caption-fast', index, { perSecond, limit: charactersPerSecond.target }));
  }
  // Files keep milliseconds, so 5/6 s comes back as 0.833.
  if (seconds < limits.min - 0.001) {
    findings.push(
      warning('caption-short', index, { seconds: round(seconds, 2), limit: round(limits.min, 2) }),
    );
  } else if (seconds > limits.max + 0.001) {
    findings.push(warning('caption-long', index, { seconds: round(seconds, 2), limit: limits.max }));
  }
  if (before) {
    const gap = caption.start - before.end;
    const areTogether = before.start === caption.start && before.end === caption.end;
    if (gap < -0.0005 && !areTogether)
      findings.push(warning('caption-overlap', index, { seconds: round(-gap, 2) }));
    else if (gap > -0.0005 && gap < gapFrames / framesPerSecond - 0.001) {
      findings.push(
        warning('caption-gap', index, { frames: round(gap * framesPerSecond, 1), limit: gapFrames }),
      );
    }
  }
  return findings;
}

function warning(
  code: CaptionFindingCode,
  index: number,
  params: CaptionFinding['params'] = {},
): CaptionFinding {
  return { code, severity: 'warning', index, params };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
