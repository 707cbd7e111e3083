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

/**
 * Captions with the very same times (two people speaking at once) share the band, one line each. A caption is broken
 * when it is first asked for, so that changing the size costs nothing however long the film.
 */
export function captionPager(captions: readonly Caption[], options: BreakOptions): CaptionPager {
  const slots = slotsOf(captions);
  const broken = new Map<Slot, readonly CaptionPage[]>();
  const pagesOf = (slot: Slot): readonly CaptionPage[] => {
    const pages = broken.get(slot) ?? captionPages(slot.caption, options, slot.index);
    broken.set(slot, pages);
    return pages;
  };
  return {
    at(seconds) {
      const time = seconds + toleranceSeconds;
      for (let i = countBegun(slots, time) - 1; i >= 0; i -= 1) {
        const slot = slots[i];
        if (slot && time < slot.caption.end)
          return pagesOf(slot).findLast((page) => page.start <= time) ?? null;
      }
      return null;
    },
  };
}

/** A caption, or several of the same time as one; sorted by start. */
interface Slot {
  readonly caption: Caption;
  readonly index: number;
}

function slotsOf(captions: readonly Caption[]): readonly Slot[] {
  const sorted = captions
    .map((caption, index): Slot => ({ caption, index }))
    .sort((a, b) => a.caption.start - b.caption.start || a.caption.end - b.caption.end);
  const slots: Slot[][] = [];
  for (const slot of sorted) {
    const last = slots.at(-1);
    if (last?.[0] && sameTimes(last[0].caption, slot.caption)) last.push(slot);
    else slots.push([slot]);
  }
  return slots.flatMap((together) => {
    const [first, second] = together;
    if (!first || !second) return together;
    return [
      { ...first, caption: { ...first.caption, text: dialogue(together.map((slot) => slot.caption)) } },
    ];
  });
}

function sameTimes(a: Caption, b: Caption): boolean {
  return a.start === b.start && a.end === b.end;
}

function dialogue(captions: readonly Caption[]): string {
  return captions.map(({ text }) => (/^[-－–—]/u.test(text) ? text : `－${text}`)).join('\n');
}

function countBegun(slots: readonly Slot[], time: number): number {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle]?.caption.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
