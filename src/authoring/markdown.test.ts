import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown, type BlockDraft } from './markdown.ts';
import type { Prose } from './prose.ts';

const read = (source: string) => readMarkdown(source, { file: 'a.md', lineOffset: 0 });
const codes = (source: string): string[] => read(source).problems.map(({ code, line }) => `${line}:${code}`);

function prosesOf(block: BlockDraft): readonly Prose[] {
  switch (block.type) {
    case 'heading':
      return [block.prose];
    case 'list':
      return [...block.items.flat(), ...(block.plain ?? [])];
    case 'figure':
      return [
        { text: block.alt, marks: [], emphasis: [] },
        ...(block.caption === null ? [] : [block.caption]),
      ];
    default:
      return [block.prose, ...(block.plain ?? [])];
  }
}
const textOf = (blocks: readonly BlockDraft[]): string =>
  blocks.flatMap((block) => prosesOf(block).map((prose) => prose.text)).join('\n');
const visible = (text: string): string => text.replaceAll(/\s/gu, '');

describe('what a piece may hold', () => {
  it('headings, paragraphs, quotations, lists and figures', () => {
    const { blocks, problems } = read(
      [
        '## 老街',
        '第一行',
        '第二行。',
        '> 引文一。',
        '>',
        '> 引文二。',
        '',
        '- 甲',
        '- 乙',
        '',
        '1. 先',
        '2. 后',
        '',
        '![弄堂口的水龙头](media/tap.webp "老街的{给水站|jǐshuǐzhàn}。")',
        '',
        '### 后来',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(blocks.map(({ type, line }) => `${line}:${type}`)).toEqual([
      '1:heading',
      '2:paragraph',
      '4:quotation',
      '6:quotation',
      '8:list',
      '11:list',
      '14:figure',
      '16:heading',
    ]);
    expect(blocks[1]).toMatchObject({ prose: { text: '第一行第二行。' } });
    expect(blocks[6]).toMatchObject({
      image: 'media/tap.webp',
      alt: '弄堂口的水龙头',
      caption: { text: '老街的给水站。', marks: [{ start: 3, end: 6, pinyin: 'jǐshuǐzhàn' }] },
    });
  });

  it('readings, words kept whole, terms and emphasis', () => {
    const { blocks, problems } = read(
      '去{给水站|jǐshuǐzhàn}{一会儿}，[弄堂](term:longtang)*很窄*。{上海｜Shànghǎi}',
    );
    expect(problems).toEqual([]);
    expect(blocks[0]).toMatchObject({
      prose: {
        text: '去给水站一会儿，弄堂很窄。上海',
        marks: [
          { start: 1, end: 4, pinyin: 'jǐshuǐzhàn' },
          { start: 4, end: 7 },
          { start: 8, end: 10, term: 'longtang' },
          { start: 13, end: 15, pinyin: 'Shànghǎi' },
        ],
        emphasis: [{ start: 10, end: 12 }],
      },
    });
  });

  it('a term whose reading is given', () => {
    expect(read('[{给水|jǐshuǐ}站](term:x)').blocks[0]).toMatchObject({
      prose: {
        text: '给水站',
        marks: [
          { start: 0, end: 2, pinyin: 'jǐshuǐ', term: 'x' },
          { start: 2, end: 3, term: 'x' },
        ],
      },
    });
  });

  it.each(['::: plain', ':::plain'])('a plain version of the block before it (%s)', (opening) => {
    const { blocks, problems } = read(`难的话。\n\n${opening}\n容易的话。\n\n第二段。\n:::\n\n别的。`);
    expect(problems).toEqual([]);
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toMatchObject({ plain: [{ text: '容易的话。' }, { text: '第二段。' }] });
  });

  it.each([
    '现在12:30。',
    '主持人:词:abc[甲]',
    '\\{不是注音\\}和3\\*4',
    '::',
    '1990\\. 年',
    'a_b_c',
    '［掌声］',
    '价：3*4=12',
  ])('ordinary text that only looks like marks: %s', (text) => {
    const { blocks, problems } = read(text);
    expect(textOf(blocks)).toBe(text.replaceAll('\\', ''));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('Latin words on two lines keep the space between them, Chinese gets none', () => {
    expect(textOf(read('see you\ntomorrow 好\n的').blocks)).toBe('see you tomorrow 好的');
    expect(textOf(read('　　春天\n　　来了').blocks)).toBe('春天来了');
  });
});

describe('what is refused, with its line', () => {
  it.each([
    ['好\n\n<script>alert(1)</script>', '3:html'],
    ['一<b>二</b>', '1:html'],
    ['<!-- 注 -->', '1:html'],
    ['```\n码\n```', '1:code'],
    ['    缩进', '1:code'],
    ['用`码`', '1:code'],
    ['|甲|乙|\n|--|--|\n|1|2|', '1:table'],
    ['甲\n\n---\n\n乙', '3:rule'],
    ['[甲]: https://example.org', '1:footnote'],
    ['看[这里](https://example.org)', '1:link'],
    ['<https://example.org>', '1:link'],
    ['[甲](term:Bad)', '1:link'],
    ['[甲](term:a "多")', '1:link-title'],
    ['![图](https://example.org/a.png)', '1:picture-remote'],
    ['![图](//example.org/a.png)', '1:picture-remote'],
    ['![图](../a.png)', '1:path-unsafe'],
    ['![图](/etc/a.png)', '1:path-unsafe'],
    ['![图](..%2Fa.png)', '1:path-unsafe'],
    ['![](media/a.png)', '1:figure-alt'],
    ['看![图](media/a.png)', '1:figure-place'],
    ['# 大', '1:heading-one'],
    ['## 中\n\n#### 小', '3:heading-deep'],
    ['### 小', '1:heading-skipped'],
    ['##', '1:heading-empty'],
    ['##小标题', '1:heading-space'],
    ['- 甲\n  - 乙', '2:list-nested'],
    ['2018. 年', '1:list-start'],
    ['- > 引', '1:list-content'],
    ['> - 甲', '1:quotation-content'],
    ['甲\\\n乙', '1:line-break'],
    ['甲  \n乙', '1:line-break'],
    ['甲\n\n:::note\n乙\n:::', '3:container-unknown'],
    ['甲\n\n::: plain\n乙', '3:container-open'],
    ['::: plain\n乙\n:::', '1:plain-nowhere'],
    ['## 题\n\n::: plain\n乙\n:::', '3:plain-nowhere'],
    ['甲\n\n::: plain\n:::', '3:plain-content'],
    ['甲\n\n::: plain\n- 乙\n:::', '3:plain-content'],
    ['甲\n\n::: plain\n乙\n:::\n\n::: plain\n丙\n:::', '7:plain-twice'],
    ['去{给水站', '1:brace-stray'],
    ['{甲|jia3}', '1:pinyin-odd'],
    ['*“要紧”*的', '1:asterisk-stray'],
  ])('%j', (source, expected) => {
    expect(codes(source)).toContain(expected);
  });
});

describe('no visible character is lost', () => {
  const chars = fc.string({
    unit: fc.constantFrom(...'我们在老街长大。，！？“”（）：；…—3.5AbC 　'),
    minLength: 1,
    maxLength: 12,
  });
  const escape = (text: string): string => text.replaceAll(/[!-/:-@[-`{-~]/gu, '\\$&');
  const inline = fc.array(
    fc.oneof(
      chars.map((text) => ({ source: escape(text), text })),
      fc.constantFrom('给水站', '一会儿').map((text) => ({ source: `{${text}|jǐshuǐ}`, text })),
      fc.constantFrom('弄堂', '拆迁').map((text) => ({ source: `[${text}](term:a)`, text })),
      fc.constantFrom('要紧', '很').map((text) => ({ source: `又*${text}*又`, text: `又${text}又` })),
      fc.constantFrom('{', '}', '*', '[', '#', '::: plain').map((text) => ({ source: escape(text), text })),
    ),
    { minLength: 1, maxLength: 6 },
  );
  const paragraph = inline.map((parts) => ({
    source: `始${parts.map(({ source }) => source).join('')}终`,
    text: `始${parts.map(({ text }) => text).join('')}终`,
  }));
  const block = fc.oneof(
    paragraph,
    paragraph.map(({ source, text }) => ({ source: `> ${source}`, text })),
    paragraph.map(({ source, text }) => ({ source: `## ${source}`, text })),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((items) => ({
      source: items.map(({ source }) => `- ${source}`).join('\n'),
      text: items.map(({ text }) => text).join(''),
    })),
    fc.tuple(paragraph, paragraph).map(([hard, plain]) => ({
      source: `${hard.source}\n\n::: plain\n${plain.source}\n:::`,
      text: hard.text + plain.text,
    })),
  );

  it('in any piece written by the rules', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (parts) => {
        const { blocks } = read(parts.map(({ source }) => source).join('\n\n'));
        expect(visible(textOf(blocks))).toBe(visible(parts.map(({ text }) => text).join('')));
      }),
      { numRuns: 200 },
    );
  });

  it('in anything at all, unless a problem says so', { timeout: 60_000 }, () => {
    const wild = fc.string({
      unit: fc.constantFrom(...'我在老街。{|}[]()<>*_`#->!:\\&;1. \n\t"abterm'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(wild, (source) => {
        const { blocks, problems } = read(source);
        if (problems.some(({ severity }) => severity === 'error')) return;
        const letters = (text: string): string => text.replaceAll(/\P{Script=Han}/gu, '');
        expect(letters(textOf(blocks))).toBe(letters(source));
      }),
      { numRuns: 1000 },
    );
  });

  const folder = join(import.meta.dirname, '../../../shared/data/texts');
  it.skipIf(!existsSync(folder))('in real texts, in little time', { timeout: 60_000 }, () => {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.md') || name.endsWith('INDEX.md') || name.endsWith('SOURCE.md')) continue;
      const source = readFileSync(join(folder, name), 'utf8').replaceAll(/<!--.*?-->/gsu, '');
      const started = performance.now();
      const { blocks, problems } = read(source);
      expect(performance.now() - started).toBeLessThan(5000);
      const bare = (text: string): string => visible(text).replaceAll(/[*#\\[\]|_>-]/gu, '');
      expect(bare(textOf(blocks))).toBe(bare(source));
      const expected = [
        'heading-one',
        'heading-empty',
        'heading-skipped',
        'line-break',
        'asterisk-stray',
        'footnote',
        'link',
      ];
      expect(problems.filter(({ code }) => !expected.includes(code))).toEqual([]);
    }
  });
});
