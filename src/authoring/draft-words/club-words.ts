/** Where the club's own words stand in a text: street names, people's roles, words the dictionary cuts or reads wrongly. */
import type { Mark } from '../prose.ts';
import type { Wording } from './readings.ts';

const HAN_ONLY = /^\p{Script=Han}+$/u;
/** What the dictionary's cutter looks at together (cut-words.ts); longer words are looked for letter by letter. */
const LONGEST_CUT = 8;
const LETTER = /[\p{Script=Latin}\p{N}]/u;

/** Marks with the kept readings, in order, never overlapping. `known` are the words, longest wins. */
export function findClubWords(text: string, { book }: Wording, known: ReadonlyMap<string, string>): Mark[] {
  const found: Mark[] = [];
  const isFree = (start: number, end: number): boolean =>
    found.every((mark) => end <= mark.start || mark.end <= start);
  const whole = [...known.keys()]
    .filter((word) => word !== '' && (!HAN_ONLY.test(word) || [...word].length > LONGEST_CUT))
    .sort((a, b) => b.length - a.length);
  for (const word of whole) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (isFree(at, end) && standsAlone(text, at, end)) found.push(markOf(at, end, known.get(word)));
    }
  }
  const cut = new Set([...known.keys()].filter((word) => HAN_ONLY.test(word)));
  for (const { start, end } of cut.size === 0 ? [] : book.words(text, cut)) {
    const pinyin = known.get(text.slice(start, end));
    if (pinyin !== undefined && isFree(start, end)) found.push(markOf(start, end, pinyin));
  }
  return found.sort((a, b) => a.start - b.start);
}

function markOf(start: number, end: number, pinyin: string | undefined): Mark {
  return pinyin === undefined || pinyin === '' ? { start, end } : { start, end, pinyin };
}

/** 「T恤」 is not found in 「IT恤」. */
function standsAlone(text: string, start: number, end: number): boolean {
  const isCut = (left: string | undefined, right: string | undefined): boolean =>
    LETTER.test(left ?? ' ') && LETTER.test(right ?? ' ');
  return !isCut(text[start - 1], text[start]) && !isCut(text[end - 1], text[end]);
}
