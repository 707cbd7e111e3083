// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfImported, type ImportedBlock } from '../imported/document.ts';
import { readHtmlText } from './parse-html.ts';

const shownProse = ({
  text,
  marks,
}: {
  text: string;
  marks: readonly { start: number; end: number; pinyin?: string }[];
}) =>
  marks.reduceRight(
    (shown, { start, end, pinyin }) =>
      `${shown.slice(0, start)}{${shown.slice(start, end)}|${pinyin ?? ''}}${shown.slice(end)}`,
    text,
  );
const shown = (block: ImportedBlock): string => {
  if (block.type === 'list')
    return `${block.ordered ? '1' : '-'} ${block.items.map((item) => item.map(shownProse).join('/')).join(' ; ')}`;
  if (block.type === 'figure')
    return `[${block.alt}]${block.caption === null ? '' : shownProse(block.caption)}`;
  return `${{ heading: '#', paragraph: 'p', quotation: '>' }[block.type]}${block.type === 'heading' ? block.level : ''} ${shownProse(block.prose)}`;
};
const read = (html: string): string[] => readHtmlText(html).blocks.map(shown);
const notices = (html: string): string[] => readHtmlText(html).notices.map(({ code }) => code);
/** One white pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

describe('HTML from anywhere', () => {
  it.each([
    [
      'paragraphs, headings, quotations',
      '<h2>早上</h2><p>他走了。</p><blockquote><p>再见。</p></blockquote><h3>晚上</h3><p>好。</p>',
      ['#2 早上', 'p 他走了。', '> 再见。', '#3 晚上', 'p 好。'],
    ],
    [
      'lists, flattened',
      '<ol><li>洗手<ul><li>用水</li></ul></li><li>吃饭</li></ol>',
      ['1 洗手 ; 用水 ; 吃饭'],
    ],
    [
      'line breaks as paragraphs',
      '<div>第一行<br>第二行<br/><br/>第三行</div>',
      ['p 第一行', 'p 第二行', 'p 第三行'],
    ],
    ['text outside any block', '你好<p>再见</p>吧', ['p 你好', 'p 再见', 'p 吧']],
    [
      'rows of a table as sentences',
      '<table><tr><th>周一</th><td>休息</td></tr><tr><td>周二</td><td>九点</td><td>开门。</td></tr></table>',
      ['p 周一：休息', 'p 周二，九点，开门。'],
    ],
    [
      'tables that only arrange the page',
      '<table><tr><td><p>一。</p><p>二。</p><p>三。</p></td><td>四。</td></tr></table>',
      ['p 一。', 'p 二。', 'p 三。', 'p 四。'],
    ],
    [
      'pinyin over characters, joined by word',
      '<p><ruby>春<rp>(</rp><rt>chūn</rt><rp>)</rp>天<rt>tiān</rt></ruby><ruby>来<rt>lái</rt></ruby>了</p>',
      ['p {春天|chūntiān}{来|lái}了'],
    ],
    ['ready-made lines', '<pre>第一行\n第二行</pre>', ['p 第一行', 'p 第二行']],
    [
      'source indents, wraps and hard spaces',
      '<p>\n  &nbsp;&nbsp;&nbsp;春天\n  来了，Spring\n  is here。\u200b</p>',
      ['p 春天来了，Spring is here。'],
    ],
    [
      'hidden things are not there',
      '<p>看得见<span style="display: none">看不见</span></p><p hidden>没有</p>',
      ['p 看得见'],
    ],
    [
      'a picture with its words',
      `<figure><img src="${PIXEL}" alt="一条老街"><figcaption>虹镇老街。</figcaption></figure>`,
      ['[一条老街]虹镇老街。'],
    ],
    [
      'a picture in mid-sentence stands after it',
      `<p>他<img src="${PIXEL}" alt="IMG_2023.jpg">走了。</p>`,
      ['p 他走了。', '[]'],
    ],
  ])('%s', (_, html, blocks) => expect(read(html)).toEqual(blocks));

  it('a first heading that stands alone is the title', () => {
    const { title, blocks } = readHtmlText('<h1>春</h1><p>来了。</p><h2>夏</h2><h4>秋</h4>');
    expect([title, ...blocks.map(shown)]).toEqual(['春', 'p 来了。', '#2 夏', '#3 秋']);
  });

  it('stress is kept, a paragraph that is bold from end to end stresses nothing', () => {
    const [some, all] = readHtmlText('<p>他<b>真的</b>走了</p><p><strong>都粗</strong></p>').blocks;
    expect(some).toMatchObject({ prose: { text: '他真的走了', emphasis: [{ start: 1, end: 3 }] } });
    expect(all).toMatchObject({ prose: { text: '都粗', emphasis: [] } });
  });

  it('Word’s own lists are lists, without the bullets it draws', () =>
    expect(
      read(
        `<p class=MsoNormal>要带：<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>水</p>
         <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>帽子</p>`,
      ),
    ).toEqual(['p 要带：', '1 水 ; 帽子']));

  it('Google’s wrapper of thin bold stresses nothing', () =>
    expect(readHtmlText('<b style="font-weight:normal"><p>他走了</p></b>').blocks).toMatchObject([
      { prose: { emphasis: [] } },
    ]));

  it('what cannot come along is said', () => {
    expect(notices('<p>a</p><img src="https://example.org/a.png">')).toEqual(['picture-outside']);
    expect(notices('<p>a</p><video src="x.mp4"></video><svg><path/></svg>')).toEqual(['media', 'drawing']);
    expect(notices('<ruby>漢<rt>かん</rt></ruby>')).toEqual(['ruby']);
    expect(notices('<img width="1" height="1" src="https://example.org/count">')).toEqual([]);
  });

  it('nothing of the markup survives: scripts, handlers, styles, addresses', () => {
    const { blocks } = readHtmlText(
      `<script>alert(1)</script><p onclick="alert(2)"><a href="javascript:alert(3)">他</a>走了<img src=x onerror="alert(4)"></p><style>p{}</style><iframe srcdoc="<p>5</p>"></iframe>`,
    );
    expect(JSON.stringify(blocks)).not.toMatch(/alert|javascript|srcdoc|onerror/u);
    expect(blocks.map(shown)).toEqual(['p 他走了']);
  });

  const inline = fc.letrec<{ node: string; nodes: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('他', '走了。', '春天', 'A1', ' ', '\n', '&amp;', '“', '👍🏽', '<br>'),
      fc
        .tuple(fc.constantFrom('b', 'span', 'i', 'a', 'font', 'u', 'sup'), tie('nodes'))
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    ),
    nodes: fc.array(tie('node'), { maxLength: 4 }).map((all) => all.join('')),
  })).nodes;
  const block = fc.letrec<{ one: string; many: string }>((tie) => ({
    one: fc.oneof(
      { depthSize: 'small' },
      inline.map((inner) => `<p>${inner}</p>`),
      fc
        .tuple(fc.constantFrom('h1', 'h4', 'li', 'pre', 'figcaption'), inline)
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      fc
        .tuple(fc.constantFrom('div', 'section', 'blockquote', 'ul', 'ol', 'figure'), tie('many'))
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      fc
        .array(inline, { minLength: 1, maxLength: 3 })
        .map(
          (cells) =>
            `<table><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`,
        ),
      inline,
    ),
    many: fc.array(tie('one'), { maxLength: 4 }).map((all) => all.join('')),
  })).many;

  it('no character of the prose is lost or moved', () => {
    // Space is nobody's, and a table's row gets marks between its cells.
    const bare = (text: string): string => text.replaceAll(/[\s：，]/gu, '');
    fc.assert(
      fc.property(block, (html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const { title, blocks } = readHtmlText(html);
        expect(bare((title ?? '') + textOfImported(blocks))).toBe(bare(parsed.body.textContent ?? ''));
      }),
      { numRuns: 400 },
    );
  });
});
