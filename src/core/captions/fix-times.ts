/** One-key fixes of a caption's times. Each gives a new list, or null where it cannot be done; none moves any other caption's words. */
import { captionLimits } from './checks.ts';
import type { Caption } from './model.ts';
import { earliestStart, gapSeconds, latestEnd, togetherWith, withTimes, type FixOptions } from './room.ts';
import { readingLength } from './width.ts';

const { min, max } = captionLimits.seconds;
/** A caption may come a little before its words; earlier it would tell what nobody has said. */
const mostEarlySeconds = 0.5;

/** Long enough for `perSecond` characters a second, into the gap after it and then a little into the one before. */
export function extendCaption(
  captions: readonly Caption[],
  index: number,
  perSecond: number,
  options: FixOptions = {},
): Caption[] | null {
  const caption = captions[index];
  if (!caption) return null;
  const { from, to } = togetherWith(captions, index);
  const longest = Math.max(...captions.slice(from, to).map(({ text }) => readingLength(text)));
  // A millisecond more than reckoned, so that rounding does not leave it a hair too fast.
  const wanted = Math.min(max, Math.max(min, longest / perSecond) + 0.001);
  if (caption.end - caption.start >= wanted) return null;
  const end = Math.max(caption.end, Math.min(caption.start + wanted, latestEnd(captions, index, options)));
  const earliest = Math.max(
    earliestStart(captions, index, options),
    caption.start - mostEarlySeconds,
    end - wanted,
  );
  return withTimes(captions, index, { start: Math.min(caption.start, earliest), end });
}

/** Not longer than seven seconds. */
export function shortenCaption(captions: readonly Caption[], index: number): Caption[] | null {
  const caption = captions[index];
  if (!caption || caption.end - caption.start <= max) return null;
  return withTimes(captions, index, { end: caption.start + max });
}

/** Two frames between this caption and the one before: that one ends earlier, or else this one begins later. */
export function openGap(
  captions: readonly Caption[],
  index: number,
  options: FixOptions = {},
): Caption[] | null {
  const { from, to } = togetherWith(captions, index);
  const caption = captions[index];
  const before = captions[from - 1];
  if (!caption || !before) return null;
  const gap = gapSeconds(options);
  const end = caption.start - gap;
  if (before.end <= end) return null;
  if (end - before.start >= min) return withTimes(captions, from - 1, { end });
  const start = before.end + gap;
  // Not past the one after, which may begin while this one is still there.
  const isInOrder = start <= (captions[to]?.start ?? Infinity);
  return isInOrder && caption.end - start >= min ? withTimes(captions, index, { start }) : null;
}

/** No gap but the two frames: the caption before stays until this one comes. For pauses too short to be one. */
export function closeGap(
  captions: readonly Caption[],
  index: number,
  options: FixOptions = {},
): Caption[] | null {
  const { from } = togetherWith(captions, index);
  const caption = captions[index];
  const before = captions[from - 1];
  if (!caption || !before) return null;
  const end = caption.start - gapSeconds(options);
  return end > before.end && end - before.start <= max ? withTimes(captions, from - 1, { end }) : null;
}
