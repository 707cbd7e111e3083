/**
 * How wide pinyin will be, in em of its own size, so that 全部 can make room for it in CSS alone: measuring a thousand
 * words would cost a layout each. Advances of the usual interface fonts, rounded up; a tone mark adds nothing.
 */
const narrow = new Set('iljftr'.split(''));
const wide = new Set('mw'.split(''));

export function pinyinWidthEm(pinyin: string): number {
  let width = 0;
  for (const letter of pinyin.normalize('NFD').replaceAll(/\p{M}/gu, '')) {
    width += narrow.has(letter) ? 0.36 : wide.has(letter) ? 0.92 : letter === ' ' ? 0.3 : 0.6;
  }
  return Math.round(width * 100) / 100;
}

/** How wide the word is, in em of the text: a Chinese character is one, a Latin letter about half. */
export function wordWidthEm(text: string): number {
  let width = 0;
  for (const character of text) width += /[\p{Script=Latin}\d]/u.test(character) ? 0.5 : 1;
  return width;
}
