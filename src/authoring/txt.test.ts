import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError, textOfImported } from './imported/document.ts';
import { encodeLegacy } from './legacy-fixture.ts';
import { decodeText, readPlainText, readTxt } from './txt.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean): Uint8Array =>
  encodeLegacy(`${mark ? '\uFEFF' : ''}${text}`, 'utf-16le');
const paragraphs = (text: string): string[] =>
  readPlainText(text).blocks.flatMap((block) => (block.type === 'paragraph' ? [block.prose.text] : []));

const STORY = '盼望着，盼望着，东风来了，春天的脚步近了。\n一切都像刚睡醒的样子，欣欣然张开了眼。';
const GB = encodeLegacy('春天来了，花开了。', 'gb18030');
const BIG5 = '春天來了，花開了。我們說話的時候，他們在裡面。';

describe('text files', () => {
  it('are read in the encodings Chinese programs write', () => {
    expect(decodeText(utf8(STORY)).text).toBe(STORY);
    expect(decodeText(utf8(`\uFEFF${STORY}`)).text).toBe(STORY);
    expect(decodeText(utf16(STORY, true)).text).toBe(STORY);
    expect(decodeText(utf16(STORY, false))).toMatchObject({ text: STORY, encoding: 'utf-16le' });
    expect(decodeText(GB)).toMatchObject({
      text: '春天来了，花开了。',
      encoding: 'gb18030',
    });
    expect(decodeText(encodeLegacy(BIG5, 'big5'))).toMatchObject({ text: BIG5, encoding: 'big5' });
  });

  it('say which encoding was found when it was not UTF-8', () =>
    expect(readTxt(GB).notices).toEqual([{ code: 'encoding', count: 1, detail: 'GB18030' }]));

  it('without any text, or with bytes that are no text, are refused', () => {
    expect(() => readTxt(utf8(' \n\n'))).toThrow(expect.objectContaining({ fault: 'empty' }));
    expect(() => readTxt(Uint8Array.from([0, 1, 2, 0, 255, 3, 0, 0, 5]))).toThrow(ImportError);
  });

  it('take a short first line that is no sentence as the title', () => {
    expect(readTxt(utf8(`春\n\n${STORY}`)).title).toBe('春');
    expect(readTxt(utf8(STORY)).title).toBeNull();
  });
});

describe('lines', () => {
  it('are paragraphs, with any line end, blank lines and indents aside', () =>
    expect(paragraphs('　　第一段。\r\n\r\n　　第二段。\r第三段。\u2028第四段。')).toEqual([
      '第一段。',
      '第二段。',
      '第三段。',
      '第四段。',
    ]));

  it('broken at one width are joined again, where it is plain to see', () => {
    const words = '我小时候住在虹镇老街那时候街上没有自来水每天早上大家都拿着水桶到给水站去排队打水';
    const long = words.repeat(6);
    const broken = (long.match(/.{1,30}/gu) ?? []).join('\n');
    const document = readPlainText(`${broken}。\n\n${broken}。`);
    expect(document.blocks.map((block) => block.type === 'paragraph' && block.prose.text)).toEqual([
      `${long}。`,
      `${long}。`,
    ]);
    expect(document.notices.map(({ code }) => code)).toEqual(['joined-lines']);
  });

  it('of verse stay lines', () =>
    expect(paragraphs('床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。')).toHaveLength(4));

  it('with bullets that follow one another are a list; one alone is none', () => {
    expect(readPlainText('要带：\n• 水\n• 帽子\n再见。').blocks[1]).toMatchObject({
      type: 'list',
      ordered: false,
      items: [[{ text: '水' }], [{ text: '帽子' }]],
    });
    expect(paragraphs('- 水')).toEqual(['- 水']);
  });

  const lines = fc
    .array(fc.array(fc.constantFrom(...'他走了天黑。！，A1 　-•“”𠮷'), { maxLength: 40 }), { maxLength: 20 })
    .map((all) => all.map((line) => line.join('')).join('\n'));

  it('lose no character but space and the bullets of a list', () => {
    const bare = (text: string): string => text.replaceAll(/[\s•\-·]/gu, '');
    fc.assert(
      fc.property(lines, (text) => {
        expect(bare(textOfImported(readPlainText(text).blocks))).toBe(bare(text));
      }),
      { numRuns: 800 },
    );
  });
});
