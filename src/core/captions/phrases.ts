/** The pieces of a caption that may not be broken, and how good a place for a line break lies after each. */
import { speakerLabel, startsWithDash } from './marks.ts';
import { graphemesOf, widthOf } from './width.ts';

/** Splits text into words, losing nothing. */
export type Segment = (text: string) => readonly string[];

export interface Atom {
  readonly text: string;
  /** What breaking the line after this atom costs; 0 is the end of a sentence. */
  readonly penalty: number;
  /** The author began a new line here for a reason: another speaker, a sound. */
  readonly mustBreak: boolean;
}

const closing = /^[\s，。、；：！？…—”’）》〉】』」］｝〕·～,.!?;:)\]}%‰℃々]+$/u;
const opening = /[“‘（《〈【『「［｛〔([{]$/u;
const sentenceEnd = /[。！？…；!?;][”’）》」』\])]*$/u;
const clauseEnd = /[，、：—,:”’）》〉】』」］)\]]$/u;

/** Particles belong to what stands before them. */
const particles = /^[的地得了着过吗呢吧啊呀嘛么们]/u;
/** These belong to what follows: a line that ends with one leaves the reader hanging. */
const leaning = new Set(
  '把 被 在 向 从 对 和 与 或 跟 给 为 不 没 别 很 最 更 也 都 就 还 再 又 才 只 是 有 这 那 一 两 每 第 请 让 要 会 能 可 因为 所以 但是 如果 虽然 而且 由于'.split(
    ' ',
  ),
);
const connectives = new Set(
  '但是 可是 不过 因为 所以 如果 而且 或者 然后 以及 并且 虽然 还有 于是 只要 只有 和 与 或 在 把 被 对 从 向'.split(
    ' ',
  ),
);

let segmenter: Intl.Segmenter | undefined;

/** Words by the platform's dictionary; by character, keeping Latin words whole, where there is none. */
export const segmentWords: Segment = (text) => {
  if (typeof Intl.Segmenter !== 'function') return text.match(/[A-Za-z0-9]+|\s+|[^A-Za-z0-9\s]/gu) ?? [];
  segmenter ??= new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  return [...segmenter.segment(text)].map((part) => part.segment);
};

/** Atoms of a caption, none wider than a line; joined they give its text with authored line breaks resolved. */
export function atomsOf(text: string, charactersPerLine: number, segment: Segment): readonly Atom[] {
  return speechesOf(text).flatMap((speech, i, all) => {
    const words = joinBound(segment(speech), charactersPerLine).flatMap((word) =>
      fit(word, charactersPerLine),
    );
    return words.map((word, at): Atom => {
      const isLast = at === words.length - 1;
      return {
        text: word,
        penalty: penaltyBetween(word, words[at + 1] ?? ''),
        mustBreak: isLast && i < all.length - 1,
      };
    });
  });
}

/** Authored line breaks are only as good as the width they were made for; those that part two speakers or a sound stay. */
function speechesOf(text: string): readonly string[] {
  const speeches: string[] = [];
  for (const line of text.split('\n').map((part) => part.trim())) {
    const last = speeches.at(-1);
    const isOwn =
      startsWithDash.test(line) ||
      speakerLabel.test(line) ||
      /^［[^］]*］$/u.test(line) ||
      /(?:^|\n)［[^］]*］$/u.test(last ?? '');
    if (last === undefined || isOwn) speeches.push(line);
    else speeches[speeches.length - 1] = last + (needsSpace(last, line) ? ' ' : '') + line;
  }
  return speeches.filter((speech) => speech !== '');
}

/** Between Latin words; and between Chinese ones, where the line's end stood for a comma, as is the custom in captions. */
function needsSpace(before: string, after: string): boolean {
  const isLatin = /[\x21-\x7e\u00C0-\u024F]$/u.test(before) && /^[\x21-\x7e\u00C0-\u024F]/u.test(after);
  return isLatin || (/\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after));
}

function joinBound(words: readonly string[], charactersPerLine: number): readonly string[] {
  const atoms: string[] = [];
  for (const word of words) {
    const last = atoms.at(-1);
    if (last !== undefined && (closing.test(word) || opening.test(last) || isBound(last, word))) {
      atoms[atoms.length - 1] = last + word;
    } else atoms.push(word);
  }
  return joinSounds(atoms, charactersPerLine);
}

/** Latin runs without a space (GPT-2, a@b.cn), and a number with its measure word (12路, 3个). */
function isBound(before: string, after: string): boolean {
  if (/[\x21-\x7e]$/u.test(before) && /^[\x21-\x7e]/u.test(after))
    return !/[,;!?)]$/u.test(before) || /^\d/u.test(after);
  return /\d$/u.test(before) && /^\p{Script=Han}{1,2}$/u.test(after);
}

function joinSounds(words: readonly string[], charactersPerLine: number): readonly string[] {
  const atoms: string[] = [];
  for (let at = 0; at < words.length;) {
    const end = words[at]?.includes('［') ? words.findIndex((word, i) => i >= at && word.includes('］')) : -1;
    const whole = words.slice(at, end + 1).join('');
    if (end > at && widthOf(whole) <= charactersPerLine) {
      atoms.push(whole);
      at = end + 1;
    } else {
      atoms.push(words[at] ?? '');
      at += 1;
    }
  }
  return atoms;
}

/** An atom wider than a line (an address, a word at the largest size) has to be cut somewhere after all. */
function fit(word: string, charactersPerLine: number): readonly string[] {
  if (widthOf(word) <= charactersPerLine) return [word];
  const parts: string[] = [];
  let part: string[] = [];
  for (const grapheme of graphemesOf(word)) {
    if (part.length > 0 && widthOf([...part, grapheme].join('')) > charactersPerLine) {
      // Cut before the last character that may begin a line, after none that may not end one.
      let cut = part.length;
      const isBadCut = (): boolean =>
        closing.test(part[cut] ?? grapheme) || opening.test(part[cut - 1] ?? '');
      while (cut > 1 && isBadCut()) cut -= 1;
      if (isBadCut()) cut = part.length;
      parts.push(part.slice(0, cut).join(''));
      part = part.slice(cut);
    }
    part.push(grapheme);
  }
  return [...parts, part.join('')];
}

function penaltyBetween(before: string, after: string): number {
  const next = after.trimStart();
  const last = before.trimEnd();
  if (sentenceEnd.test(last)) return 0;
  if (clauseEnd.test(last) || (last !== before && /\p{Script=Han}$/u.test(last))) return 0.5;
  if (particles.test(next)) return 9;
  if (leaning.has(last) || /[一两几每哪这那第]$/u.test(last)) return 7;
  // A name the dictionary does not know falls apart into single characters; so does much else that belongs together.
  if (/^\p{Script=Han}$/u.test(last) && !/^[的了着过]$/u.test(last)) return 6;
  if (/[的了着过]$/u.test(last)) return 2;
  if (connectives.has(next)) return 1.5;
  if (last !== before) return 2;
  return 4;
}
