/**
 * Where the complete dictionary is not the standard language of every day: words whose last syllable is toneless (the list
 * of the Putonghua test), and characters whose reading alone follows from what stands beside them.
 */
const TONELESS_LAST =
  '本事 扁担 差事 打扮 打点 打发 打算 打听 提防 东西 动静 端详 废物 富余 告诉 寡妇 关系 和尚 活泼 记号 架势 将就 口袋 厉害 ' +
  '连累 麻利 门道 名字 木匠 难为 脑袋 能耐 铺盖 清楚 上头 生意 石匠 首饰 舒坦 算计 铁匠 妥当 唾沫 挖苦 晚上 位置 学生 学问 ' +
  '养活 运气 早上 眨巴 主意 做作 地方 兄弟 明白 认识 衣服 喜欢 休息 先生 朋友 时候 事情 麻烦 便宜 漂亮 暖和 热闹';
const TONELESS: ReadonlySet<string> = new Set(TONELESS_LAST.split(' '));

/** `jiě` → `jie`: the four tone marks stripped, the dots of ü kept. */
export function withoutTone(syllable: string): string {
  return syllable
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0304\u030c]/gu, '')
    .normalize('NFC');
}

export function isTonelessLast(word: string): boolean {
  return TONELESS.has(word);
}

/** 一 and 不 in their own tone (GB/T 16159, 7.1), whatever the dictionary wrote for speaking; 不 stays toneless in 对不起. */
export function citationTone(char: string, reading: string): string {
  if (char === '一') return 'yī';
  return char === '不' && reading !== 'bu' ? 'bù' : reading;
}

const COUNTED = /[一二两三四五六七八九十百千万几这那每数多双半第\d]$/u;
/** 「我得走了」: after who or how, 得 is děi; after anything else it is the particle de. */
const MUST = /(?:^|[^\p{Script=Han}]|[我你您他她它们谁就也都还总又可只才便必家])$/u;
/** 「慢慢地走」 after a word of two characters, before another word; 「这块地很大」 is ground. */
const GROUND_BEFORE = /(?:^|[块片亩处个些种这那此]|[^\p{Script=Han}])$/u;
const GROUND_AFTER = /^(?:[上下里面很是在有也都不的]|[^\p{Script=Han}]|$)/u;

/** The dictionary's first reading of these is not the one they have by themselves. */
const ALONE = new Map([
  ['钻', 'zuān'],
  ['伯', 'bó'],
]);

/** The reading of a character that is a word by itself, from its neighbours; null where they do not tell. */
export function readAlone(char: string, before: string, after: string): string | null {
  switch (char) {
    case '得':
      return MUST.test(before) ? 'děi' : 'de';
    case '地':
      return GROUND_BEFORE.test(before) || GROUND_AFTER.test(after) ? 'dì' : 'de';
    case '只':
      return COUNTED.test(before) ? 'zhī' : 'zhǐ';
    case '啦':
      return /^(?:[^\p{Script=Han}]|$)/u.test(after) ? 'la' : null;
    default:
      return ALONE.get(char) ?? null;
  }
}
