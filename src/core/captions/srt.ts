/**
 * SubRip in and out. There is no standard and files come from many hands, so reading goes by time lines alone: whatever
 * stands between two of them is the first one's text, less the number of the second.
 */
import type { Caption } from './model.ts';
import { clockSeconds, formatClock, linesOf, tidyText } from './lines.ts';
import { captionProblem, type CaptionProblem } from './problem.ts';
import { tidyCues, type ParsedCaptions, type RawCue } from './tidy.ts';

interface TimeLine {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly isStandard: boolean;
}

/** Every problem is in the result; nothing is thrown. */
export function parseSrt(text: string): ParsedCaptions {
  const lines = linesOf(text);
  const foreign = foreignFormat(text);
  if (foreign) return { cues: [], problems: [captionProblem('not-captions', 1, { looksLike: foreign })] };

  const problems: CaptionProblem[] = [];
  const times: TimeLine[] = [];
  const broken = new Set<number>();
  lines.forEach((line, at) => {
    const time = readTimeLine(line, at);
    if (time) times.push(time);
    else if (isBrokenTimeLine(lines, at)) {
      broken.add(at);
      const isLast = lines.slice(at + 1).every((rest) => rest.trim() === '');
      problems.push(captionProblem(isLast ? 'cut-off' : 'bad-time', at + 1, { text: line.trim() }));
    }
  });
  if (times.length === 0 && broken.size === 0 && text.trim() !== '') {
    return { cues: [], problems: [captionProblem('not-captions', 1, { looksLike: 'text' })] };
  }

  const odd = times.filter((time) => !time.isStandard);
  if (odd[0]) problems.push(captionProblem('nonstandard-time', odd[0].at + 1, { count: odd.length }));
  const separated: number[] = [];
  const cues = times.map((time, i): RawCue => {
    // A broken time line's own text belongs to nobody.
    const nextBroken = [...broken].find((at) => at > time.at) ?? Infinity;
    const nextAt = Math.min(times[i + 1]?.at ?? Infinity, nextBroken, lines.length);
    const body = lines.slice(time.at + 1, nextAt);
    const hasNext = nextAt < lines.length;
    if (hasNext && isNumber(body.at(-1))) body.pop();
    if (hasNext && body.length > 0 && body.at(-1)?.trim() !== '') separated.push(nextAt);
    reportInnerBlank(body, time.at, problems);
    return { start: time.start, end: time.end, text: stripFormatting(body.join('\n')), line: time.at + 1 };
  });
  if (separated[0] !== undefined) {
    problems.push(captionProblem('missing-blank-line', separated[0] + 1, { count: separated.length }));
  }
  for (const cue of cues) {
    const tag = /<\/?[a-z!][^>\n]*>/iu.exec(cue.text)?.[0];
    if (tag) problems.push(captionProblem('unknown-markup', cue.line, { text: tag }));
  }
  return tidyCues(cues, problems);
}

export function writeSrt(cues: readonly Caption[]): string {
  return cues
    .map(
      (cue, i) =>
        `${i + 1}\n${formatClock(cue.start, ',')} --> ${formatClock(cue.end, ',')}\n${tidyText(cue.text)}\n`,
    )
    .join('\n');
}

const clock = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[,.](\d{1,3}))?`;
const arrow = String.raw`(?:-{1,3}|[—–―]+|=+)>|→`;
const timeLine = new RegExp(String.raw`^${clock}\s*(?:${arrow})\s*${clock}(?:\s+.*)?$`, 'u');
const standardLine = /^\d{2,}:[0-5]\d:[0-5]\d,\d{3} --> \d{2,}:[0-5]\d:[0-5]\d,\d{3}(?: .*)?$/u;

function readTimeLine(line: string, at: number): TimeLine | null {
  const match = timeLine.exec(halfWidth(line).trim());
  // Milliseconds at the start and none at the end: the file was cut off there.
  if (!match || (match[4] !== undefined && match[8] === undefined)) return null;
  const seconds = (parts: readonly (string | undefined)[]): number => {
    const [hours, minutes, whole] = parts.slice(0, 3).map((part) => Number(part ?? 0));
    return clockSeconds(hours ?? 0, minutes ?? 0, whole ?? 0, Number((parts[3] ?? '').padEnd(3, '0')));
  };
  const isStandard = standardLine.test(line.trim());
  return { at, start: seconds(match.slice(1, 5)), end: seconds(match.slice(5, 9)), isStandard };
}

/** Digits, colons, commas and arrows typed with a Chinese input method left on. */
function halfWidth(line: string): string {
  return line
    .replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('。', '.')
    .replaceAll('》', '>');
}

/** Looks like a time line where one is due (after a number, or with an arrow), but cannot be read as one. */
function isBrokenTimeLine(lines: readonly string[], at: number): boolean {
  const line = halfWidth(lines[at] ?? '').trim();
  const startsAsTime = /^\d{1,3}:\d{1,2}[\d:.,]*(?:\s|$|[-—–=→])/u.test(line);
  const isDue = isNumber(lines[at - 1]) && (lines[at - 2]?.trim() ?? '') === '';
  if (startsAsTime) return isDue || /--|—>|→/u.test(line);
  return /^[\d:.,\s]*-->/u.test(line) || (isDue && line.includes('-->'));
}

function isNumber(line: string | undefined): boolean {
  return /^\s*\d+\s*$/u.test(halfWidth(line ?? ''));
}

function reportInnerBlank(body: readonly string[], timeAt: number, problems: CaptionProblem[]): void {
  const first = body.findIndex((line) => line.trim() !== '');
  const last = body.findLastIndex((line) => line.trim() !== '');
  const blank = body.findIndex((line, i) => i > first && i < last && line.trim() === '');
  if (first !== -1 && blank !== -1) problems.push(captionProblem('blank-line-inside', timeAt + blank + 2));
}

/** Only what players treat as formatting goes; everything else an author typed stays, as text. */
function stripFormatting(text: string): string {
  return text.replace(/<\/?(?:i|b|u|s|font)(?:\s[^>\n]*)?>/giu, '').replace(/\{\\[^}\n]*\}/gu, '');
}

function foreignFormat(text: string): string | null {
  const start = text.trimStart().slice(0, 2000);
  if (/^\[Script Info\]/iu.test(start) || /^Dialogue:/mu.test(start)) return 'ASS';
  if (/^<(?:!doctype|html|\?xml|tt[\s>]|sami)/iu.test(start)) return 'HTML';
  return null;
}
