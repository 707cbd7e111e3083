/** Which page of which caption stands in the band at a time. */
import { breakCaption, type BreakOptions } from './break.ts';
import type { Caption } from './model.ts';
import { readingLength } from './width.ts';

export interface CaptionPage {
  /** One or two lines, ready to show as text. */
  readonly lines: readonly string[];
  /** Seconds on the film's clock, `end` exclusive; within the caption's own time. */
  readonly start: number;
  readonly end: number;
  /** Index of the caption in the list given. */
  readonly caption: number;
}

export interface CaptionPager {
  /** Sorted by start. */
  readonly pages: readonly CaptionPage[];
  /** The page to show on a frame with this media time; of overlapping captions the one that began last. */
  at(seconds: number): CaptionPage | null;
}

/** Frame times are sums of frame lengths and may reach an authored time a hair early. */
const toleranceSeconds = 0.0005;

/** The pages of one caption; each gets the share of its time that its characters are of the whole. */
export function captionPages(caption: Caption, options: BreakOptions, index = 0): CaptionPage[] {
  const pages = breakCaption(caption.text, options);
  const lengths = pages.map((lines) => Math.max(1, readingLength(lines.join(''))));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const duration = caption.end - caption.start;
  let read = 0;
  return pages.map((lines, i) => {
    const start = caption.start + (duration * read) / total;
    read += lengths[i] ?? 0;
    const end = i === pages.length - 1 ? caption.end : caption.start + (duration * read) / total;
    return { lines, start, end, caption: index };
  });
}

/** Captions with the very same times (two people speaking at once) share the band, one line each. */
export function captionPager(captions: readonly Caption[], options: BreakOptions): CaptionPager {
  const pages = captions.flatMap((caption, index) => {
    const isSecond = captions.findIndex((other) => sameTimes(other, caption)) < index;
    if (isSecond) return [];
    const together = captions.filter((other) => sameTimes(other, caption));
    return captionPages(
      together.length > 1 ? { ...caption, text: dialogue(together) } : caption,
      options,
      index,
    );
  });
  pages.sort((a, b) => a.start - b.start);
  return {
    pages,
    at(seconds) {
      const time = seconds + toleranceSeconds;
      const begun = pages.slice(0, countBegun(pages, time));
      return begun.findLast((page) => time < page.end) ?? null;
    },
  };
}

function sameTimes(a: Caption, b: Caption): boolean {
  return a.start === b.start && a.end === b.end;
}

function dialogue(captions: readonly Caption[]): string {
  return captions.map(({ text }) => (/^[-－–—]/u.test(text) ? text : `－${text}`)).join('\n');
}

function countBegun(pages: readonly CaptionPage[], time: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pages[middle]?.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
