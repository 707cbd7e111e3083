/**
 * Quotation marks and brackets, matched before any sentence is cut: an opener whose closer never comes (each paragraph
 * of a long speech opens its quotation anew) must not swallow the rest of the paragraph, so it counts as plain text.
 */
export interface Enclosure {
  /** Indices of the two marks. */
  readonly open: number;
  readonly close: number;
  readonly kind: 'quotation' | 'bracket';
  /** Enclosures around this one. */
  readonly depth: number;
}

const QUOTATIONS = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);
const BRACKETS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['［', '］'],
  ['[', ']'],
  ['【', '】'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['｛', '｝'],
  ['{', '}'],
]);
const QUOTATION_CLOSERS = new Set(QUOTATIONS.values());
const CLOSERS = new Set([...QUOTATION_CLOSERS, ...BRACKETS.values()]);

/** Marks that may stand between the end of a sentence and the next one and belong to the former. */
export const CLOSING_MARKS: ReadonlySet<string> = new Set([...CLOSERS, '"']);

const LETTER = /[\p{L}\p{N}]/u;
const LATIN = /[A-Za-z0-9]/u;

/** 「don’t」: the same character as a closing quotation mark, but it closes nothing. */
function isApostrophe(text: string, index: number): boolean {
  return text[index] === '’' && LATIN.test(text[index - 1] ?? '') && LATIN.test(text[index + 1] ?? '');
}

/**
 * All matched pairs, in order of their openers. A closer drops openers left unclosed inside it. A quotation that closes
 * without having been opened began before this text, at -1: so a sentence cut out of a speech is seen as it was within it.
 */
export function findEnclosures(text: string): Enclosure[] {
  const found: Enclosure[] = [];
  const stack: { readonly open: number; readonly closer: string; readonly kind: Enclosure['kind'] }[] = [];
  const close = (index: number, closer: string): boolean => {
    const at = stack.findLastIndex((opener) => opener.closer === closer);
    const opener = stack[at];
    if (opener === undefined) return false;
    stack.length = at;
    found.push({ open: opener.open, close: index, kind: opener.kind, depth: 0 });
    return true;
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    const quotation = QUOTATIONS.get(char);
    const bracket = BRACKETS.get(char);
    if (quotation !== undefined) stack.push({ open: index, closer: quotation, kind: 'quotation' });
    else if (bracket !== undefined) stack.push({ open: index, closer: bracket, kind: 'bracket' });
    else if (CLOSERS.has(char)) {
      if (isApostrophe(text, index) || close(index, char)) continue;
      if (stack.length === 0 && QUOTATION_CLOSERS.has(char)) {
        found.push({ open: -1, close: index, kind: 'quotation', depth: 0 });
      }
    } else if (char === '"' && !close(index, '"') && LETTER.test(text[index + 1] ?? '')) {
      // The typewriter's mark does not say which it is: it closes when one is open, and opens only before a word.
      stack.push({ open: index, closer: '"', kind: 'quotation' });
    }
  }
  return withDepths(found.sort((a, b) => a.open - b.open));
}

function withDepths(sorted: readonly Enclosure[]): Enclosure[] {
  const around: Enclosure[] = [];
  return sorted.map((enclosure) => {
    while (around.length > 0 && (around.at(-1)?.close ?? 0) < enclosure.open) around.pop();
    const placed = { ...enclosure, depth: around.length };
    around.push(placed);
    return placed;
  });
}
