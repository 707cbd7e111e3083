/**
 * Text files are often broken into lines of one length, as mail and old e-book programs do. Where that is plain to see, the lines
 * of a paragraph are joined again; where it is not, each line is a paragraph and the person joins what belongs together.
 */

const INDENT = /^(?:[\u3000]+|[ \t\u00A0]{2,})(?=\S)/u;
const ENDS_SENTENCE = /[。！？!?…”」』：:]$/u;
const LATIN_EDGE = /[\p{Script=Latin}\p{N},;]$/u;
/** Fewer lines prove nothing. */
const ENOUGH_LINES = 6;
/** A line is full when it is within this many characters of the longest usual one. */
const SLACK = 3;
const SHORTEST_FULL_LINE = 15;

export function joinHardLines(lines: readonly string[]): {
  readonly paragraphs: readonly string[];
  readonly joined: number;
} {
  const width = fullWidth(lines);
  const filled = lines.map((line) => ({ line, isEmpty: line.trim() === '' }));
  const paragraphs: string[] = [];
  let joined = 0;
  let previous = '';
  for (const { line, isEmpty } of filled) {
    const goesOn =
      width !== null && !isEmpty && previous !== '' && !INDENT.test(line) && isFull(previous, width);
    const last = paragraphs.at(-1);
    if (goesOn && last !== undefined) {
      const space = LATIN_EDGE.test(last) && /^[\p{Script=Latin}\p{N}]/u.test(line) ? ' ' : '';
      paragraphs[paragraphs.length - 1] = last + space + line.trim();
      joined += 1;
    } else if (!isEmpty) paragraphs.push(line);
    previous = isEmpty ? '' : line;
  }
  return { paragraphs, joined };
}

/** The width lines were broken at, or null when they were not: most long lines stop at one width, in mid-sentence. */
function fullWidth(lines: readonly string[]): number | null {
  const lengths = lines.map(widthOf).filter((length) => length >= SHORTEST_FULL_LINE);
  if (lengths.length < ENOUGH_LINES) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
  const followed = lines.filter(
    (line, index) => isFull(line, width) && (lines[index + 1] ?? '').trim() !== '',
  );
  const full = lengths.filter((length) => length >= width - SLACK && length <= width + SLACK);
  const broken = followed.filter((line) => !ENDS_SENTENCE.test(line));
  return full.length >= lengths.length * 0.5 && broken.length >= followed.length * 0.6 && broken.length >= 3
    ? width
    : null;
}

function isFull(line: string, width: number): boolean {
  return widthOf(line) >= width - SLACK && widthOf(line) <= width + SLACK;
}

/** In characters of Chinese: a Latin letter is half of one. */
function widthOf(line: string): number {
  let width = 0;
  for (const char of line) width += char < '\u0250' ? 0.5 : 1;
  return Math.round(width);
}
