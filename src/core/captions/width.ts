/** How much of a caption line characters take: a full-width character is 1, a half-width one 0.5 (Netflix zh-Hans, I.4). */

/** Marks that Unicode leaves ambiguous and Chinese type sets full-width. */
const wide = /[\u2014\u2018\u2019\u201C\u201D\u2026\u00B7\u2190-\u21FF\u2460-\u24FF]/u;
const fullWidth =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFD}]|\p{Extended_Pictographic}/u;
const noWidth = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** In characters. A space between words counts, one at either end does not: nobody sees it. */
export function widthOf(text: string): number {
  return graphemesOf(text.trim()).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** What there is to read: like `widthOf`, without spaces and line breaks. */
export function readingLength(text: string): number {
  return widthOf(text.replace(/\s+/gu, ''));
}

export function graphemesOf(text: string): string[] {
  return text.match(/\P{M}\p{M}*(?:\u200D\P{M}\p{M}*|[\u{1F3FB}-\u{1F3FF}])*/gu) ?? [];
}

function graphemeWidth(grapheme: string): number {
  if (noWidth.test(grapheme)) return 0;
  return fullWidth.test(grapheme) || wide.test(grapheme) ? 1 : 0.5;
}
