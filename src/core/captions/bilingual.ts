/** Captions with a Chinese line and a line in another language in every cue, as many downloaded files have. */
import type { Caption } from './model.ts';

export type CaptionLanguage = 'chinese' | 'other';

const han = /[\p{Script=Han}，。！？；：、（）《》“”]/u;

/** Most captions carry a line with Chinese characters and a line without. */
export function isBilingual(captions: readonly Caption[]): boolean {
  const mixed = captions.filter((caption) => {
    const lines = caption.text.split('\n');
    return lines.some((line) => han.test(line)) && lines.some((line) => !han.test(line));
  });
  return captions.length > 0 && mixed.length >= captions.length * 0.6;
}

/** Keeps one language of bilingual captions. A caption with a single line that both share (a name) is kept in either. */
export function keepLanguage(captions: readonly Caption[], keep: CaptionLanguage): Caption[] {
  const chineseFirst = standsFirst(captions);
  return captions.flatMap((caption) => {
    const lines = caption.text.split('\n');
    const kept = linesIn(lines, keep, chineseFirst);
    return kept.length === 0 ? [] : [{ ...caption, text: kept.join('\n') }];
  });
}

function linesIn(lines: readonly string[], keep: CaptionLanguage, chineseFirst: boolean): readonly string[] {
  const chinese = lines.filter((line) => han.test(line));
  if (chinese.length > 0) return keep === 'chinese' ? chinese : lines.filter((line) => !han.test(line));
  // No Chinese character in any line: a name or a formula, given once for each language.
  if (lines.length < 2) return lines;
  const half = Math.ceil(lines.length / 2);
  return (keep === 'chinese') === chineseFirst ? lines.slice(0, half) : lines.slice(half);
}

function standsFirst(captions: readonly Caption[]): boolean {
  const mixed = captions.filter((caption) => han.test(caption.text) && caption.text.includes('\n'));
  const first = mixed.filter((caption) => han.test(caption.text.split('\n')[0] ?? ''));
  return first.length * 2 >= mixed.length;
}
