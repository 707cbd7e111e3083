import { describe, expect, it } from 'vitest';
import { drawPassphrase, hashPassphrase, isPassphrase, lettersOf } from './passphrase.ts';
import { phraseWords } from './phrase-words.ts';

describe('the six words', () => {
  it('are worth more than sixty bits', () => {
    expect(new Set(phraseWords.map(({ pinyin }) => pinyin)).size).toBe(phraseWords.length);
    expect(drawPassphrase().length * Math.log2(phraseWords.length)).toBeGreaterThan(60);
  });

  it('are words of two characters, typed with plain letters', () => {
    for (const { word, pinyin } of phraseWords) {
      expect(word).toMatch(/^\p{Script=Han}{2}$/u);
      expect(pinyin).toMatch(/^[a-z]{2,12}$/u);
    }
  });

  it('mean one thing however they are run together', () => {
    // Sardinas and Patterson: what is left over of one word after another must never itself be a word.
    const words = new Set(phraseWords.map(({ pinyin }) => pinyin));
    const after = (long: string, short: string): string[] =>
      long !== short && long.startsWith(short) ? [long.slice(short.length)] : [];
    let left = new Set([...words].flatMap((a) => [...words].flatMap((b) => after(a, b))));
    const seen = new Set<string>();
    while (left.size > 0) {
      for (const rest of left) {
        expect(words).not.toContain(rest);
        seen.add(rest);
      }
      const next = [...left].flatMap((rest) =>
        [...words].flatMap((word) => [...after(word, rest), ...after(rest, word)]),
      );
      left = new Set(next.filter((rest) => !seen.has(rest)));
    }
  });

  it.each([
    ['苹果 绿豆', 'pingguolvdou'],
    ['苹果绿豆', 'pingguolvdou'],
    ['PingGuo  lvdou', 'pingguolvdou'],
    ['píngguǒ, lǜdòu', 'pingguolvdou'],
    ['ping2guo3 lü4dou4', 'pingguolvdou'],
    ['苹果、绿豆。', 'pingguolvdou'],
    ['ｐｉｎｇｇｕｏ　lv dou', 'pingguolvdou'],
    ["ping'guo 绿豆", 'pingguolvdou'],
  ])('%s is read as %s', (typed, letters) => {
    expect(lettersOf(typed)).toBe(letters);
  });

  it('are kept so that two of the same look different, and only they open', async () => {
    const [first, second] = await Promise.all([hashPassphrase('苹果', 0), hashPassphrase('苹果', 0)]);
    expect(first.hash).not.toBe(second.hash);
    expect(await isPassphrase('pingguo', first)).toBe(true);
    expect(await isPassphrase('pinguo', first)).toBe(false);
    expect(await isPassphrase('pingguo', null)).toBe(false);
  }, 60_000);

  it('are hashed one at a time, and a crowd is told to wait', async () => {
    const crowd = Array.from({ length: 12 }, () =>
      isPassphrase('苹果', null).catch((error: unknown) => error),
    );
    const answers = await Promise.all(crowd);
    expect(answers.filter((answer) => answer === false)).toHaveLength(8);
    expect(answers.filter((answer) => answer instanceof Error)).toHaveLength(4);
  }, 60_000);
});
