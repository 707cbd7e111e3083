/** From what stood in the file to captions that can be shown: repairs are made here and every one is reported. */
import type { Caption } from './model.ts';
import { tidyText, withoutInvisible } from './lines.ts';
import { captionProblem, type CaptionProblem } from './problem.ts';

export interface ParsedCaptions {
  /** Sorted by start, times positive in length, texts not empty. */
  readonly cues: Caption[];
  readonly problems: CaptionProblem[];
}

/** A cue as read, before any repair. */
export interface RawCue {
  readonly id?: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 1-based line of its time line. */
  readonly line: number;
}

/** What a caption without length is given where nothing follows. */
const zeroLengthSeconds = 1;

export function tidyCues(raw: readonly RawCue[], found: readonly CaptionProblem[]): ParsedCaptions {
  const problems = [...found];
  const note = (code: CaptionProblem['code'], line: number, params = {}): void => {
    problems.push(captionProblem(code, line, params));
  };

  const cues: RawCue[] = [];
  for (const cue of raw) {
    const text = tidyText(withoutInvisible(cue.text));
    if (withoutInvisible(cue.text) !== cue.text) note('invisible-removed', cue.line);
    if (text === '') note('empty-cue', cue.line);
    else if (cue.end < cue.start) {
      note('end-before-start', cue.line);
      cues.push({ ...cue, text, start: cue.end, end: cue.start });
    } else cues.push({ ...cue, text });
  }

  const outOfOrder = cues.find((cue, i) => cue.start < (cues[i - 1]?.start ?? 0));
  if (outOfOrder) note('out-of-order', outOfOrder.line);
  cues.sort((a, b) => a.start - b.start || a.line - b.line);

  const lengthened = cues.map((cue) => {
    if (cue.end > cue.start) return cue;
    note('zero-length', cue.line);
    const next = cues.find((other) => other.start > cue.start);
    return { ...cue, end: Math.min(cue.start + zeroLengthSeconds, next?.start ?? Infinity) };
  });

  const overlapping = lengthened.filter((cue, i) => cue.start < (lengthened[i - 1]?.end ?? 0));
  const first = overlapping[0];
  if (first) note('overlap', first.line, { count: overlapping.length });

  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { cues: lengthened.map(asCaption), problems };
}

function asCaption({ id, start, end, text }: RawCue): Caption {
  return id === undefined ? { start, end, text } : { id, start, end, text };
}
