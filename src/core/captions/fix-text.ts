/** One-key fixes of a caption's words. They move and mark text; what they may leave out is a comma or full stop at a line's end. */
import { breakCaption } from './break.ts';
import { captionLimits } from './checks.ts';
import { withoutEndMarks } from './marks.ts';
import type { Caption } from './model.ts';
import { gapSeconds, latestEnd, milliseconds, togetherWith, type FixOptions } from './room.ts';
import { readingLength, widthOf } from './width.ts';

const { charactersPerLine, lines: maxLines } = captionLimits;
const { min } = captionLimits.seconds;

/** A caption's text replaced; null where nothing would change or nothing would be left. */
export function withText(captions: readonly Caption[], index: number, text: string): Caption[] | null {
  const caption = captions[index];
  if (!caption || text === caption.text || text.trim() === '') return null;
  return captions.map((one, i) => (i === index ? { ...one, text } : one));
}

/** Broken again at phrases into two lines; null where it needs more. */
export function rebreakCaption(captions: readonly Caption[], index: number): Caption[] | null {
  const pages = breakCaption(captions[index]?.text ?? '', { charactersPerLine });
  const [page, more] = pages;
  return page && !more ? withText(captions, index, withoutEndMarks(page.join('\n'))) : null;
}

/**
 * Several captions instead of one, parted at phrases, its time shared by what there is to read, each long enough to be seen. Reaches
 * into the gap after it where its own time is too short.
 */
export function splitCaption(
  captions: readonly Caption[],
  index: number,
  options: FixOptions = {},
): Caption[] | null {
  const parts = partsOf(captions[index]?.text ?? '').map(withoutEndMarks);
  return parts.length < 2 || parts.includes('') ? null : splitInto(captions, index, parts, options);
}

/** Parted where the person says: after so many UTF-16 units of its text. */
export function splitCaptionAt(
  captions: readonly Caption[],
  index: number,
  offset: number,
  options: FixOptions = {},
): Caption[] | null {
  const text = captions[index]?.text ?? '';
  const parts = [text.slice(0, offset), text.slice(offset)].map((part) => part.trim());
  return parts.includes('') ? null : splitInto(captions, index, parts, options);
}

/** Pages of a long text; of a short one its two lines, or its two halves. */
function partsOf(text: string): readonly string[] {
  const pages = breakCaption(text, { charactersPerLine });
  if (pages.length > 1) return pages.map((page) => page.join('\n'));
  if (pages[0] && pages[0].length > 1) return pages[0];
  const half = Math.max(4, Math.ceil(widthOf(text) * 0.6));
  return breakCaption(text, { charactersPerLine: half, maxLines: 1 }).map((page) => page.join(''));
}

function splitInto(
  captions: readonly Caption[],
  index: number,
  parts: readonly string[],
  options: FixOptions,
): Caption[] | null {
  const caption = captions[index];
  const { from, to } = togetherWith(captions, index);
  if (!caption || to - from > 1) return null;
  const gap = gapSeconds(options);
  const gaps = gap * (parts.length - 1);
  const needed = caption.start + parts.length * min + gaps;
  const end = Math.max(caption.end, Math.min(needed, latestEnd(captions, index, options)));
  const lengths = shareTime(end - caption.start - gaps, parts.map(readingLength));
  if (!lengths) return null;
  // WebVTT wants ids unique: the first part keeps it.
  const { id: _id, ...rest } = caption;
  let at = caption.start;
  const split = parts.map((text, i) => {
    const start = milliseconds(at);
    at += (lengths[i] ?? 0) + gap;
    const isLast = i === parts.length - 1;
    const times = { start, end: isLast ? milliseconds(end) : milliseconds(at - gap) };
    return i === 0 ? { ...caption, ...times, text } : { ...rest, ...times, text };
  });
  return [...captions.slice(0, index), ...split, ...captions.slice(index + 1)];
}

/** Seconds for each, by length, none under the shortest a caption may last; null where there is not enough. */
function shareTime(seconds: number, lengths: readonly number[]): readonly number[] | null {
  if (seconds < lengths.length * min - 0.0005) return null;
  const short = new Set<number>();
  for (;;) {
    const rest = seconds - short.size * min;
    const total = lengths.reduce((sum, length, i) => sum + (short.has(i) ? 0 : Math.max(1, length)), 0);
    const shares = lengths.map((length, i) => (short.has(i) ? min : (rest * Math.max(1, length)) / total));
    const tooShort = shares.findIndex((share, i) => !short.has(i) && share < min);
    if (tooShort === -1) return shares;
    short.add(tooShort);
  }
}

/** This caption and the next as one, from the first's start to the other's end. */
export function mergeWithNext(captions: readonly Caption[], index: number): Caption[] | null {
  const caption = captions[index];
  const next = captions[index + 1];
  if (!caption || !next) return null;
  const isDialogue = caption.start === next.start && caption.end === next.end;
  const joined = isDialogue
    ? [caption.text, next.text].map((text) => (/^[-－–—]/u.test(text) ? text : `－${text}`)).join('\n')
    : `${caption.text}\n${next.text}`;
  const merged = { ...caption, end: Math.max(caption.end, next.end), text: inTwoLines(joined) };
  const sentence = readingLength(next.text) > readingLength(caption.text) ? next.sentence : caption.sentence;
  const kept = sentence ?? caption.sentence ?? next.sentence;
  return [
    ...captions.slice(0, index),
    kept === undefined ? merged : { ...merged, sentence: kept },
    ...captions.slice(index + 2),
  ];
}

/** As it stands where that is two lines at most, broken again where that helps. */
function inTwoLines(text: string): string {
  if (text.split('\n').length <= maxLines) return text;
  const [page, more] = breakCaption(text, { charactersPerLine });
  return page && !more ? page.join('\n') : text;
}
