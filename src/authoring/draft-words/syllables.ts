/** The syllables of Standard Chinese (汉语拼音方案), and how a written word comes apart into them. */
import { withoutTone } from '../everyday-words.ts';

const BY_INITIAL: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ê ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng iao o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo ü üe',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo ü üe',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng m ng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  y: 'a ai an ang ao e i in ing o ong ou u uan ue un',
  w: 'a ai an ang ei en eng o u',
};

const SYLLABLES: ReadonlySet<string> = new Set([
  ...Object.entries(BY_INITIAL).flatMap(([initial, finals]) =>
    finals.split(' ').map((final) => initial + final),
  ),
  // 呣, 嗯, 哼.
  'm',
  'n',
  'ng',
]);
const LONGEST = 6;
const BEGINS_WITH_VOWEL = /^[aoeê]/u;

/** One syllable, with its tone mark or without. */
export function isSyllable(text: string): boolean {
  return SYLLABLES.has(withoutTone(text.toLowerCase())) && countTones(text) <= 1;
}

export function countTones(text: string): number {
  return text.normalize('NFD').match(/[\u0300\u0301\u0304\u030c]/gu)?.length ?? 0;
}

/** What makes a way of reading a run unlikely: an inner vowel would need an apostrophe, 儿化 mostly ends a word. */
const INNER_VOWEL = 2;
const INNER_ERHUA = 1;

interface Way {
  readonly parts: readonly string[];
  readonly cost: number;
}

/**
 * The syllables of a written run without spaces or apostrophes: `chánglè` → cháng, lè. Null when there is no such way; the most
 * likely where there are several (`fāngàn` → fān, gàn). An r that only colours a syllable (`huār`) stays with it.
 */
function splitRun(run: string): readonly string[] | null {
  const chars = [...run.normalize('NFC')];
  const best: (Way | null)[] = chars.map(() => null);
  best.push({ parts: [], cost: 0 });
  for (let from = chars.length - 1; from >= 0; from -= 1) {
    for (let to = Math.min(chars.length, from + LONGEST + 1); to > from; to -= 1) {
      const rest = best[to];
      const syllable = chars.slice(from, to).join('');
      if (!rest || !(isSyllable(syllable) || isErhua(syllable))) continue;
      const cost =
        rest.cost +
        (from > 0 && BEGINS_WITH_VOWEL.test(withoutTone(syllable)) ? INNER_VOWEL : 0) +
        (to < chars.length && isErhua(syllable) ? INNER_ERHUA : 0);
      if (cost < (best[from]?.cost ?? Infinity)) best[from] = { parts: [syllable, ...rest.parts], cost };
    }
  }
  return best[0]?.parts ?? null;
}

/** Whether a syllable carries 儿化: two characters (花儿), one syllable. */
export function isErhua(syllable: string): boolean {
  return /.r$/iu.test(syllable) && !isSyllable(syllable) && isSyllable(syllable.slice(0, -1));
}

/** All syllables of a written word; null when some part of it is no pinyin. */
export function splitPinyin(pinyin: string): readonly string[] | null {
  const syllables: string[] = [];
  for (const run of pinyin.split(/[\s’'\-·]+/u)) {
    if (run === '') continue;
    const parts = splitRun(run);
    if (parts === null) return null;
    syllables.push(...parts);
  }
  return syllables;
}
