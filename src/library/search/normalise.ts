/** How text is compared: width, case and tone marks do not count. One UTF-16 unit stays one, so places stay places. */

export function normalise(text: string): string {
  const narrow = text.replaceAll(/[\uff01-\uff5e]/gu, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  const lower = narrow.toLowerCase();
  // A few letters (İ) grow when they are made small.
  return lower.length === text.length ? lower : narrow;
}

/** `jǐshuǐzhàn` → `jishuizhan`; ü stays apart from u as `v`, as it is typed. */
export function withoutTones(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replaceAll(/u\u0308/gu, 'v')
    .replaceAll(/[\u0300-\u036f\s’']/gu, '')
    .toLowerCase();
}
