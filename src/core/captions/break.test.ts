import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCaption } from './break.ts';
import { captionPager, captionPages } from './pages.ts';
import { segmentWords } from './phrases.ts';
import { readingLength, widthOf } from './width.ts';

const at = (text: string, charactersPerLine: number) =>
  breakCaption(text, { charactersPerLine, maxLines: 2 });
const bare = (text: string) => text.replace(/\s+/gu, '');

describe('width', () => {
  it('counts full-width marks as one and Latin as a half', () => {
    expect(widthOf('他说：“好……”')).toBe(8);
    expect(widthOf('Hugging Face')).toBe(6);
    expect(widthOf('👩🏽‍🏫好')).toBe(2);
  });
});

describe('breaking captions again', () => {
  it('breaks at the ends of phrases', () => {
    expect(at('在课程的一开始，我们会教您基础知识', 12)).toEqual([
      ['在课程的一开始，', '我们会教您基础知识'],
    ]);
    expect(at('本课程旨在带您了解', 16)).toEqual([['本课程旨在带您了解']]);
  });

  it('gives a long caption more pages, never more lines', () => {
    expect(at('我是在虹镇老街长大的。那里的弄堂很窄，两家人打开窗就能握手。', 8)).toEqual([
      ['我是在虹镇老街', '长大的。那里的'],
      ['弄堂很窄，两家人', '打开窗就能握手。'],
    ]);
  });

  it('takes the author’s line break for the pause it stood for, and keeps two speakers and sounds apart', () => {
    expect(at('今天天气\n很好', 16)).toEqual([['今天天气 很好']]);
    expect(at('Hugging\nFace', 16)).toEqual([['Hugging Face']]);
    expect(at('－你吃了吗？\n－吃过了。', 16)).toEqual([['－你吃了吗？', '－吃过了。']]);
    expect(at('［敲门声］\n请进', 16)).toEqual([['［敲门声］', '请进']]);
  });

  it('keeps the author’s lines where they fit and one line would not do', () => {
    const text = '旁白：星期天\n我去人民公园，可是我迷路了';
    expect(at(text, 16)).toEqual([['旁白：星期天', '我去人民公园，可是我迷路了']]);
    expect(at(text, 12).flat().join('')).toContain('星期天 我去');
  });

  it('keeps a sound whole where it fits', () => {
    expect(at('门外［有人在敲门］谁呀？', 8)).toEqual([['门外', '［有人在敲门］'], ['谁呀？']]);
  });

  it('keeps a number with its measure word and does not end a line on a preposition', () => {
    for (const line of at('我每天早上从家里坐12路公共汽车到社区中心', 8).flat()) {
      expect(line).not.toMatch(/(?:12|从|到)$/u);
    }
  });

  it('takes the words of the one who asks', () => {
    const segment = (text: string) => text.split('|').flatMap((part) => part.match(/瑞虹新城|./gu) ?? []);
    for (const line of breakCaption('我们一起去看瑞虹新城吧', { charactersPerLine: 8, segment }).flat()) {
      expect(line).not.toMatch(/瑞$|瑞虹$|瑞虹新$/u);
    }
  });

  const texts = fc.string({
    unit: fc.constantFrom(...'读书会今天我们的在把和一二三，。！？：“”（）［］……——12路GPTabc  \n'),
    minLength: 1,
    maxLength: 120,
  });

  it('loses no character, keeps to the width and to two lines, whatever the text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(8, 12, 16), (text, charactersPerLine) => {
        const pages = at(text, charactersPerLine);
        expect(bare(pages.flat().join(''))).toBe(bare(text));
        for (const lines of pages) expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of pages.flat()) expect(widthOf(line)).toBeLessThanOrEqual(charactersPerLine);
      }),
    );
  });

  it('begins no line with a closing mark, ends none with an opening one and cuts no word', () => {
    const sentences = fc
      .array(
        fc.constantFrom(
          '读书会',
          '今天',
          '我们',
          '的',
          '社区',
          '图书馆',
          '在',
          '“',
          '”',
          '（',
          '）',
          '，',
          '。',
          '！',
          '……',
          'GPT',
        ),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((parts) => parts.join(''))
      // A line of nothing but marks has no good break at all.
      .filter((text) => !/[“”（），。！…]{5}/u.test(text));
    fc.assert(
      fc.property(sentences, fc.constantFrom(8, 12, 16), (text, charactersPerLine) => {
        const lines = at(text, charactersPerLine).flat();
        const ends = new Set<number>();
        let position = 0;
        for (const word of segmentWords(text)) ends.add((position += word.length));
        position = 0;
        for (const [i, line] of lines.entries()) {
          expect(i > 0 && /^[，。！”）…]/u.test(line)).toBe(false);
          expect(i < lines.length - 1 && /[“（]$/u.test(line)).toBe(false);
          expect(ends.has((position += line.length))).toBe(true);
        }
      }),
    );
  });

  it('sets a caption of a thousand characters in an instant', () => {
    const before = performance.now();
    at('这是一条非常长的字幕，没有人会这样写。'.repeat(50), 16);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('pages in time', () => {
  it('share the caption’s own time by what there is to read, without gaps', () => {
    const caption = {
      start: 10,
      end: 16,
      text: '我是在虹镇老街长大的。那里的弄堂很窄，两家人打开窗就能握手。',
    };
    const pages = captionPages(caption, { charactersPerLine: 8 });
    expect(pages.length).toBe(2);
    expect(pages[0]?.start).toBe(10);
    expect(pages.at(-1)?.end).toBe(16);
    pages.forEach((page, i) => {
      expect(page.start).toBe(pages[i - 1]?.end ?? caption.start);
      const share = (page.end - page.start) / 6;
      expect(share).toBeCloseTo(readingLength(page.lines.join('')) / readingLength(caption.text), 6);
    });
  });

  it('shows the page of the frame, nothing between captions, and the later of two that overlap', () => {
    const pager = captionPager(
      [
        { start: 1, end: 2, text: '一' },
        { start: 3, end: 6, text: '二' },
        { start: 5, end: 7, text: '三' },
      ],
      { charactersPerLine: 16 },
    );
    const shown = [0, 0.9999, 1.5, 2, 2.5, 4, 5.5, 6.5, 7].map((time) => pager.at(time)?.lines[0] ?? '');
    expect(shown).toEqual(['', '一', '一', '', '', '二', '三', '三', '']);
  });

  it('sets two people who speak at once on a line each', () => {
    const pager = captionPager(
      [
        { start: 1, end: 2, text: '你好' },
        { start: 1, end: 2, text: '大家好' },
      ],
      { charactersPerLine: 16 },
    );
    expect(pager.at(1)?.lines).toEqual(['－你好', '－大家好']);
  });
});
