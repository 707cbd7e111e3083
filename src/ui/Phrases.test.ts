import { describe, expect, it } from 'vitest';
import { phrasesOf, wordsOf } from './Phrases.tsx';

describe('a title', () => {
  it.each([
    ['坐公交，慢慢认识上海', ['坐公交，', '慢慢认识上海']],
    ['手语诗：一条路', ['手语诗：', '一条路']],
    ['从虹镇老街到瑞虹新城', ['从虹镇老街到瑞虹新城']],
    ['他说：“走吧！”我们就走', ['他说：', '“走吧！”', '我们就走']],
    ['……后来呢？', ['……', '后来呢？']],
  ])('%s breaks after its marks', (text, phrases) => {
    expect(phrasesOf(text)).toEqual(phrases);
  });

  it('loses no character and begins no line with a mark', () => {
    for (const text of ['《老街的早晨》', '第一次坐 20 路', '问路，不用难为情', '“你好”，我说', '']) {
      expect(phrasesOf(text).join('')).toBe(text);
      for (const phrase of phrasesOf(text)) {
        const words = wordsOf(phrase, 'zh-Hans');
        expect(words.join('')).toBe(phrase);
        for (const word of words.slice(1)) expect(word).not.toMatch(/^[，。：；！？、…”’」』》）\s]/u);
      }
    }
  });
});
