/** How text is compared: width, case and tone marks do not count. One UTF-16 unit stays one, so places stay places. */

export function normalise(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    const folded = unit.normalize('NFKC').toLowerCase();
    result += folded.length === 1 ? folded : unit;
  }
  return result;
}

/** `jǐshuǐzhàn` → `jishuizhan`; ü stays apart from u as `v`, as it is typed. */
export function withoutTones(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replaceAll(/u\u0308/gu, 'v')
    .replaceAll(/[\u0300-\u036f\s’']/gu, '')
    .toLowerCase();
}
