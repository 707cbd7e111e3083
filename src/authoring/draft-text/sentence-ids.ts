/** Which old sentence each new one continues, after a change in one stretch of the text. */
import type { SentenceId } from '../../core/reading/model.ts';
import { alignTexts } from '../align.ts';
import { changeBetween } from './text-change.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}
export interface KnownSpan extends Span {
  readonly id: SentenceId;
}

/**
 * In this order: a sentence outside the change is itself; one whose beginning was left standing keeps its id (a signing mark is where
 * a sentence begins); then likeness decides. A sentence changed all over, with nothing left of it, is a new one, unless the change is a
 * replacement, made in place.
 */
export function continueIds(
  oldText: string,
  known: readonly KnownSpan[],
  newText: string,
  spans: readonly Span[],
  isInPlace = false,
): (SentenceId | null)[] {
  const change = changeBetween(oldText, newText);
  const shift = change.newLength - change.oldLength;
  const tail = change.oldLength - change.after;
  const found: (SentenceId | null)[] = spans.map(() => null);
  const byStart = new Map(spans.map((span, index) => [span.start, index]));
  const left: KnownSpan[] = [];
  for (const old of known) {
    const start = old.start >= tail ? old.start + shift : old.end <= change.before ? old.start : null;
    const at = start === null ? undefined : byStart.get(start);
    const same = at === undefined ? undefined : spans[at];
    if (at !== undefined && same !== undefined && same.end - same.start === old.end - old.start)
      found[at] = old.id;
    else left.push(old);
  }
  const stillLeft = left.filter((old) => {
    const at = old.start < change.before ? byStart.get(old.start) : undefined;
    if (at === undefined || found[at] !== null) return true;
    found[at] = old.id;
    return false;
  });
  return byLikeness(oldText, stillLeft, newText, spans, found, isInPlace);
}

function byLikeness(
  oldText: string,
  left: readonly KnownSpan[],
  newText: string,
  spans: readonly Span[],
  found: (SentenceId | null)[],
  isInPlace: boolean,
): (SentenceId | null)[] {
  const open = spans.flatMap((_, index) => (found[index] === null ? [index] : []));
  if (left.length === 0 || open.length === 0) return found;
  const oldTexts = left.map(({ start, end }) => oldText.slice(start, end).trim());
  const newTexts = open.map((index) => newText.slice(spans[index]?.start, spans[index]?.end).trim());
  const same = alignTexts(oldTexts, newTexts);
  const [onlyOld, ...otherOld] = oldTexts;
  const [onlyNew, ...otherNew] = newTexts;
  if (same[0] === null && otherOld.length === 0 && otherNew.length === 0) {
    // One sentence typed on at its front: it ends as it ended.
    const change = changeBetween(onlyOld ?? '', onlyNew ?? '');
    if (isInPlace || /[\p{L}\p{N}]/u.test((onlyOld ?? '').slice(change.oldLength - change.after)))
      same[0] = 0;
  }
  open.forEach((index, place) => {
    found[index] = left[same[place] ?? -1]?.id ?? null;
  });
  return found;
}
