/**
 * Captions in Chinese and another language at once, as many downloaded files have: a line each in one caption, or, from ASS, a caption
 * each at the same times.
 */
import type { Caption } from './model.ts';

export type CaptionLanguage = 'chinese' | 'other';

const han = /\p{Script=Han}/u;
/** Japanese lines have Chinese characters too, and these give them away. */
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Typed by hand these turn up in the other language as well, so they only decide where characters do not. */
const chineseMarks = /[，。！？；：、（）《》「」]/u;

/** Most captions carry a line with Chinese characters and a line without. */
export function isBilingual(captions: readonly Caption[]): boolean {
  const moments = momentsOf(captions);
  const mixed = moments.filter((moment) => {
    const sides = sidesOf(linesOf(moment));
    return sides.has('chinese') && sides.has('other');
  });
  return moments.length > 0 && mixed.length >= moments.length * 0.6;
}

/** Keeps one language of bilingual captions. A caption with a single line that both share (a name) is kept in either. */
export function keepLanguage<C extends Caption>(captions: readonly C[], keep: CaptionLanguage): C[] {
  const moments = momentsOf(captions);
  const chineseFirst = standsFirst(moments);
  return moments.flatMap((moment) => {
    const kept = linesIn(linesOf(moment), keep, chineseFirst);
    return moment.flatMap((caption) => {
      const own = kept.filter((line) => line.of === caption);
      return own.length === 0 ? [] : [{ ...caption, text: own.map((line) => line.text).join('\n') }];
    });
  });
}

interface Line {
  readonly text: string;
  readonly of: Caption;
}

/** Neighbours with the very same times. */
function momentsOf<C extends Caption>(captions: readonly C[]): readonly (readonly C[])[] {
  const moments: C[][] = [];
  for (const caption of captions) {
    const last = moments.at(-1);
    if (last?.[0]?.start === caption.start && last[0].end === caption.end) last.push(caption);
    else moments.push([caption]);
  }
  return moments;
}

function linesOf(moment: readonly Caption[]): readonly Line[] {
  return moment.flatMap((of) => of.text.split('\n').map((text) => ({ text, of })));
}

/** What each line surely is; empty where no line has Chinese characters. */
function sidesOf(lines: readonly Line[]): ReadonlySet<CaptionLanguage> {
  return new Set(sortLines(lines).values());
}

function sortLines(lines: readonly Line[]): ReadonlyMap<Line, CaptionLanguage> {
  const plain = lines.filter((line) => han.test(line.text) && !kana.test(line.text));
  const chinese = plain.length > 0 ? plain : lines.filter((line) => han.test(line.text));
  if (chinese.length === 0) return new Map();
  const rest = lines.filter((line) => !chinese.includes(line));
  const marked = rest.filter((line) => chineseMarks.test(line.text) && !kana.test(line.text));
  // 「PyTorch，」 goes on the Chinese sentence if there is a line besides that can be the other language.
  const more = marked.length < rest.length ? marked : [];
  return new Map(
    lines.map((line) => [line, chinese.includes(line) || more.includes(line) ? 'chinese' : 'other']),
  );
}

function linesIn(lines: readonly Line[], keep: CaptionLanguage, chineseFirst: boolean): readonly Line[] {
  const sides = sortLines(lines);
  if (sides.size > 0) return lines.filter((line) => sides.get(line) === keep);
  // No Chinese character in any line: a name or a formula, given once for each language.
  if (lines.length < 2) return lines;
  const marked = lines.filter((line) => chineseMarks.test(line.text));
  if (marked.length > 0 && marked.length < lines.length)
    return lines.filter((line) => marked.includes(line) === (keep === 'chinese'));
  const half = Math.ceil(lines.length / 2);
  return (keep === 'chinese') === chineseFirst ? lines.slice(0, half) : lines.slice(half);
}

function standsFirst(moments: readonly (readonly Caption[])[]): boolean {
  const firsts = moments.flatMap((moment) => {
    const sides = [...sortLines(linesOf(moment)).values()];
    return new Set(sides).size === 2 ? [sides[0]] : [];
  });
  return firsts.filter((side) => side === 'chinese').length * 2 >= firsts.length;
}
