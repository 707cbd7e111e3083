/**
 * The half-width full stop has other work as well: 3.5, No. 5, U.S., e.g., 1. a list, same-page.example. Whether the
 * stop at `index` ends a sentence is decided here; the Chinese 「。」 is never in doubt.
 */
const ABBREVIATIONS = new Set(
  (
    'no nos vol fig figs pp p ch sec art ed eds mr mrs ms dr prof st jr sr messrs rev gen col sgt capt hon ' +
    'vs etc al ca cf approx dept est inc ltd co corp bros univ ave rd blvd mt ft tel ext ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun'
  ).split(' '),
);
/** These usually end what they stand in: 「……Ltd. 他」 is two sentences when something Chinese or a capital follows. */
const MAY_END = new Set(['etc', 'al', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'bros']);

const HAN = /\p{Script=Han}/u;

export function endsSentenceAtStop(text: string, index: number): boolean {
  // No word that matters here is longer; without a limit a page of dots would be read from its start at each dot.
  const before = text.slice(Math.max(0, index - 40), index);
  const after = text.slice(index + 1);
  if (after.trim() === '') return true;
  const next = after.trimStart();
  const spaced = next.length < after.length;
  if (/\d$/u.test(before) && isNumbering(before, after)) return false;
  const word = /[A-Za-z][A-Za-z.]*$/u.exec(before)?.[0] ?? '';
  const startsAnew = /^[\p{Lu}\p{Script=Han}\d“‘「『"'(（《]/u.test(next);
  if (word.includes('.') || word.length === 1) return false;
  const known = word.toLowerCase();
  if (ABBREVIATIONS.has(known) && !(MAY_END.has(known) && startsAnew && !/^\d/u.test(next))) return false;
  // Without a space only Chinese can follow: 「Windows.后来」 is a slip of the keyboard, 「example.org」 is a name.
  return spaced ? startsAnew : HAN.test(next.charAt(0)) && !/[\w/]\.[\w/]*$/u.test(before);
}

/** A number directly before the stop: a decimal, a version, or the number of a list item (「1. 苹果」, 「12．苹果」). */
function isNumbering(before: string, after: string): boolean {
  if (/^[\d%]/u.test(after)) return true;
  return /(?:^|[\s。！？!?；;：:，,（(])\d{1,3}$/u.test(before);
}
