/** Pinyin printed over characters, as books for learners have it: most often one syllable a character. */
import type { Mark } from '../prose.ts';
import { isPinyin, joinPinyin } from '../pinyin.ts';
import { boundariesByIntl } from '../words.ts';

/** What stands over a word, as pinyin; null when it is something else (kana, zhuyin, a gloss). */
export function pinyinOfRuby(written: string): string | null {
  const pinyin = written.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return isPinyin(pinyin) ? pinyin : null;
}

/**
 * Syllables over single characters become the pinyin of a word where the engine sees one; the person corrects borders in the
 * next step. A mark over several characters was a word to whoever made it and stays one.
 */
export function joinRuby(text: string, marks: readonly Mark[]): Mark[] {
  const single = new Map(
    marks
      .filter(({ start, end }) => /^.$/su.test(text.slice(start, end)))
      .map((mark) => [mark.start, mark] as const),
  );
  if (single.size < 2) return [...marks];
  const borders = boundariesByIntl(text);
  const joined: Mark[] = [];
  let current: Mark | null = null;
  for (const mark of marks) {
    const goesOn =
      current !== null && single.has(mark.start) && current.end === mark.start && !borders.has(mark.start);
    if (goesOn && current !== null) {
      const whole: Mark = { start: current.start, end: mark.end, pinyin: joinTwo(text, current, mark) };
      joined[joined.length - 1] = whole;
      current = whole;
    } else {
      joined.push(mark);
      current = single.has(mark.start) ? mark : null;
    }
  }
  return joined;
}

function joinTwo(text: string, before: Mark, mark: Mark): string {
  const char = text.slice(mark.start, mark.end);
  const whole = joinPinyin([
    { char: '字', reading: before.pinyin ?? '' },
    { char, reading: mark.pinyin ?? '' },
  ]);
  return whole ?? `${before.pinyin ?? ''}${mark.pinyin ?? ''}`;
}
