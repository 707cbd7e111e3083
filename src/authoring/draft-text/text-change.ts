/** What changed between two versions of a text, as one stretch: everything before and after it is the same. */

export interface TextChange {
  /** Code units the two have in common at their start and end. */
  readonly before: number;
  readonly after: number;
  readonly oldLength: number;
  readonly newLength: number;
}

export function changeBetween(old: string, fresh: string): TextChange {
  const shorter = Math.min(old.length, fresh.length);
  let before = 0;
  while (before < shorter && old.charCodeAt(before) === fresh.charCodeAt(before)) before += 1;
  let after = 0;
  while (
    after < shorter - before &&
    old.charCodeAt(old.length - 1 - after) === fresh.charCodeAt(fresh.length - 1 - after)
  )
    after += 1;
  if (isCutInTwo(old, before) || isCutInTwo(fresh, before)) before -= 1;
  if (isCutInTwo(old, old.length - after) || isCutInTwo(fresh, fresh.length - after)) after -= 1;
  return { before, after, oldLength: old.length, newLength: fresh.length };
}

/** A character outside the first plane is two code units, and never edited in half. */
function isCutInTwo(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/u.test(text[index - 1] ?? '') && /[\uDC00-\uDFFF]/u.test(text[index] ?? '');
}

/** Where a place of the old text is in the new one; null inside what changed. */
export function moved(change: TextChange, index: number): number | null {
  if (index <= change.before) return index;
  if (index >= change.oldLength - change.after) return index + change.newLength - change.oldLength;
  return null;
}
