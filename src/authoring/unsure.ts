/**
 * Which readings a person should look at. A 多音字 inside a dictionary word is settled by that word; standing alone, or
 * read otherwise than it mostly is, it may be wrong. On the half of the CPP development set that the rule was
 * not found on, it names nine in ten of the wrong readings and one word in nine; pinyin-accuracy.test.ts measures it.
 */
import { withoutTone } from './everyday-words.ts';
import type { BookWord, PinyinBook } from './pinyin-book.ts';

/** Alone, these have one everyday reading; naming each 的 would bury what matters. 长, 重, 行, 为, 将 are not among them. */
const EVERYDAY = new Set(
  '的了着是不一上下来看大好过会有中说没都那地得还和与她个把任属家给仅占子指公生事令他我你在人这吗吧呢里谁快慢跑喝',
);
/** 凳子, 石头, 爸爸: toneless as endings, which is no other reading. */
const ENDINGS = new Set('子头们么里边爸妈姐奶爷叔傅娘着了');
/** A character alone is in doubt when at least this share of its dictionary words read it in another way. */
const DOUBT_ALONE = 0.01;
/** So few dictionary words know it that its share means little. */
const RARE_ALONE = 400;
const DOUBT_IN_WORD = 0.08;
const USUAL_IN_WORD = 0.85;
const RARE_IN_WORD = 150;
/** 银行, 音乐, 重要: everybody's words, whose reading the dictionary is never wrong about. */
const COMMON_WORD = 3e-9;

/** The readings each doubtful character of a word could have; empty when the word is settled. */
export function unsureReadings(
  word: BookWord,
  book: PinyinBook,
): { readonly index: number; readonly candidates: readonly string[] }[] {
  const alone = word.readings.length === 1;
  const isCommon = !alone && book.frequencyOf(word.readings.map(({ char }) => char).join('')) >= COMMON_WORD;
  return word.readings.flatMap(({ char, reading }, index) => {
    if (reading === '') return [{ index, candidates: [] }];
    if (isCommon || char === '一' || char === '不') return [];
    return isUnsure(char, reading, alone, book)
      ? [{ index, candidates: candidatesOf(char, reading, book) }]
      : [];
  });
}

function isUnsure(char: string, reading: string, alone: boolean, book: PinyinBook): boolean {
  const uses = tonedUses(char, book);
  const total = [...uses.values()].reduce((sum, times) => sum + times, 0);
  const share = (times: number): number => (total === 0 ? 0 : times / total);
  const doubt = 1 - share(Math.max(0, ...uses.values()));
  const hasSeveral =
    new Set(book.readingsOf(char).map(withoutTone)).size > 1 ||
    book.readingsOf(char).filter(isToned).length > 1;
  if (alone) {
    if (EVERYDAY.has(char)) return false;
    return (total > 0 && doubt >= DOUBT_ALONE) || (hasSeveral && total < RARE_ALONE);
  }
  if (ENDINGS.has(char) && !isToned(reading)) return false;
  const usual = share(uses.get(reading) ?? 0);
  return (doubt >= DOUBT_IN_WORD && usual < USUAL_IN_WORD) || (hasSeveral && total < RARE_IN_WORD);
}

function isToned(reading: string): boolean {
  return withoutTone(reading) !== reading;
}

/** Uses by reading, toneless ones counted with the toned reading of the same letters where there is just one. */
function tonedUses(char: string, book: PinyinBook): ReadonlyMap<string, number> {
  const uses = new Map(book.usesOf(char));
  for (const [toneless, times] of book.usesOf(char)) {
    if (isToned(toneless)) continue;
    const [toned, another] = [...uses.keys()].filter(
      (each) => isToned(each) && withoutTone(each) === toneless,
    );
    if (toned === undefined || another !== undefined) continue;
    uses.set(toned, (uses.get(toned) ?? 0) + times);
    uses.delete(toneless);
  }
  return uses;
}

function candidatesOf(char: string, chosen: string, book: PinyinBook): readonly string[] {
  const uses = [...book.usesOf(char)].sort(([, a], [, b]) => b - a).map(([reading]) => reading);
  return [...new Set([chosen, ...book.readingsOf(char), ...uses])];
}
