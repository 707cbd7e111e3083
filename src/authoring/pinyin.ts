/**
 * Pinyin as GB/T 16159—2012 writes it: joined by word, tone marks, citation tones, the dividing apostrophe (Xī'ān),
 * 儿化 as -r (yīhuìr). Nothing is capitalised here: only an author knows what is a name, and says so with `{西安|Xī'ān}`.
 */
import type { PinyinBook, Reading } from './pinyin-book.ts';

const HAN = /\p{Script=Han}/u;
const STARTS_WITH_VOWEL = /^[aoeāáǎàōóǒòēéěèê]/u;

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/**
 * One word's characters and readings as one written word. Latin letters and digits in it are kept (`T xù`). Null when
 * some Chinese character has no known reading: half a word's pinyin helps nobody.
 */
export function joinPinyin(readings: readonly Reading[]): string | null {
  let written = '';
  let previous: 'nothing' | 'syllable' | 'other' = 'nothing';
  for (const { char, reading } of readings) {
    if (!HAN.test(char)) {
      written += previous === 'syllable' ? ` ${char}` : char;
      previous = 'other';
    } else if (reading === '') return null;
    else if (isErhua(char, reading) && previous === 'syllable') written += 'r';
    else {
      if (previous === 'other') written += ' ';
      written += (previous === 'syllable' && STARTS_WITH_VOWEL.test(reading) ? "'" : '') + reading;
      previous = 'syllable';
    }
  }
  return written.trim() === '' ? null : written;
}

/** The dictionary writes 儿 as a toneless er where it only colours the syllable before it (花儿), as ér elsewhere (女儿). */
function isErhua(char: string, reading: string): boolean {
  return char === '儿' && (reading === 'er' || reading === 'r');
}

/** A proposal for a glossary word: dictionary words of its own inside it stand apart (`lājī fēnlèi`). */
export function proposePinyin(word: string, book: PinyinBook): string | null {
  const parts = book.words(word).map(({ readings }) => joinPinyin(readings));
  return parts.length === 0 || parts.includes(null) ? null : parts.join(' ');
}

const SYLLABLES = /^[\p{Script=Latin}\p{M}]+(?:[’'\- ·][\p{Script=Latin}\p{M}]+)*$/u;

/** Pinyin as an author may write it: letters with tone marks, apostrophes, hyphens, single spaces; no tone digits. */
export function isPinyin(text: string): boolean {
  return SYLLABLES.test(text);
}
