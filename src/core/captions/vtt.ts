/** WebVTT in and out (https://www.w3.org/TR/webvtt1/), as strict about times as the players that will read it. */
import type { Caption } from './model.ts';
import { clockSeconds, formatClock, linesOf, tidyText } from './lines.ts';
import { captionProblem, type CaptionProblem } from './problem.ts';
import { tidyCues, type ParsedCaptions, type RawCue } from './tidy.ts';
import { escapeCueText, plainCueText } from './vtt-text.ts';

/** Every problem is in the result; nothing is thrown. */
export function parseVtt(text: string): ParsedCaptions {
  const { cues, problems } = readVttCues(text);
  const plain = cues.map((cue) => {
    const { text: words, unknownTag, hadRuby } = plainCueText(cue.text);
    if (unknownTag !== null) problems.push(captionProblem('unknown-markup', cue.line, { text: unknownTag }));
    if (hadRuby) problems.push(captionProblem('ruby-dropped', cue.line));
    return { ...cue, text: words };
  });
  return tidyCues(plain, problems);
}

/** The cues exactly as they stand, payload unparsed and possibly empty, in the order of the file. */
export function readVttCues(text: string): { cues: RawCue[]; problems: CaptionProblem[] } {
  const lines = linesOf(text);
  if (!/^WEBVTT(?:[ \t].*)?$/u.test(lines[0] ?? '')) {
    // An empty file has nothing in it to complain about.
    const problems = text.trim() === '' ? [] : [captionProblem('missing-header', 1)];
    return { cues: [], problems };
  }
  const cues: RawCue[] = [];
  const problems: CaptionProblem[] = [];
  for (let at = endOfBlock(lines, 1); at < lines.length;) {
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const isComment = /^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(lines[at] ?? '');
    if (isComment && !lines[at]?.includes('-->')) {
      at = endOfBlock(lines, at + 1);
      continue;
    }
    const hasId = !lines[at]?.includes('-->') && (lines[at + 1]?.includes('-->') ?? false);
    const timeAt = hasId ? at + 1 : at;
    const end = endOfBlock(lines, timeAt + 1);
    const times = readTimes(lines[timeAt] ?? '');
    if (times) {
      const payload = lines.slice(timeAt + 1, end).join('\n');
      const id = hasId ? (lines[at] ?? '').trim() : '';
      cues.push({ ...times, text: payload, line: timeAt + 1, ...(id === '' ? {} : { id }) });
    } else if (lines[timeAt]?.includes('-->')) {
      problems.push(
        captionProblem(end >= lines.length && isCut(lines[timeAt]) ? 'cut-off' : 'bad-time', timeAt + 1, {
          text: lines[timeAt] ?? '',
        }),
      );
    } else {
      problems.push(captionProblem('bad-time', at + 1, { text: lines[at] ?? '' }));
    }
    at = end;
  }
  return { cues, problems };
}

/** A block ends at an empty line or, where that is missing, before the next time line. */
function endOfBlock(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at += 1;
  return at;
}

const timeLine =
  /^[ \t]*(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})[ \t]*-->[ \t]*(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:[ \t].*)?$/u;

function readTimes(line: string): { start: number; end: number } | null {
  const match = timeLine.exec(line);
  if (!match) return null;
  const [h1, m1, s1, f1, h2, m2, s2, f2] = match.slice(1).map((part) => Number(part ?? 0));
  return {
    start: clockSeconds(h1 ?? 0, m1 ?? 0, s1 ?? 0, f1 ?? 0),
    end: clockSeconds(h2 ?? 0, m2 ?? 0, s2 ?? 0, f2 ?? 0),
  };
}

/** The start of a time line is there and its end is not. */
function isCut(line: string | undefined): boolean {
  return /^[ \t]*[\d:.]+[ \t]*-->[ \t]*[\d:.]*$/u.test(line ?? '');
}

/** UTF-8 text of a caption file. Ids that could not be read back (`-->` in them, several lines) are left out. */
export function writeVtt(cues: readonly Caption[]): string {
  const blocks = cues.map((cue) => {
    const id = cue.id !== undefined && isWritableId(cue.id) ? `${cue.id}\n` : '';
    const times = `${formatClock(cue.start, '.')} --> ${formatClock(cue.end, '.')}`;
    return `${id}${times}\n${escapeCueText(tidyText(cue.text))}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

function isWritableId(id: string): boolean {
  return id.trim() === id && id !== '' && !/[\r\n]|-->|^(?:NOTE|STYLE|REGION)(?:\s|$)/u.test(id);
}
