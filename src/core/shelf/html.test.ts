// @vitest-environment happy-dom
import * as v from 'valibot';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReadingSchema, type Reading } from '../reading/model.ts';
import { ref } from './fixture.ts';
import { writeHtml, type HtmlSource } from './html.ts';

const reading: Reading = v.parse(ReadingSchema, {
  version: 1,
  kind: 'film',
  title: '老街 & 新城',
  language: 'zh-Hans',
  blocks: [
    { type: 'heading', level: 2, sentences: [{ id: 's1', words: [{ text: '早晨' }] }] },
    {
      type: 'paragraph',
      sentences: [
        {
          id: 's2',
          words: [
            { text: '弄堂', pinyin: 'lòngtáng', term: 'longtang' },
            { text: '很窄', pinyin: 'hěn zhǎi', emphasis: true },
            { text: '。' },
          ],
        },
      ],
      plain: [{ id: 'p1', words: [{ text: '路很窄。' }] }],
    },
    { type: 'list', ordered: true, items: [{ sentences: [{ id: 's3', words: [{ text: '一' }] }] }] },
    {
      type: 'figure',
      image: ref('1a', 'png', 'image/png', { width: 800, height: 600 }),
      alt: '两排房子"中间"一条路',
      sentences: [{ id: 's4', words: [{ text: '弄堂。' }] }],
    },
  ],
  terms: [{ id: 'longtang', word: '弄堂', pinyin: 'lòngtáng', explanation: '小巷子。' }],
  questions: ['您住过弄堂吗？'],
  source: { author: '同页编写组', permission: '为本刊所写' },
});

const source = (more: Partial<HtmlSource> = {}): HtmlSource => ({
  reading,
  clubName: '无声世界读书会',
  issueTitle: '从老街到新城',
  style: ref('2b', 'css', 'text/css'),
  tracks: [
    {
      id: 'film',
      kind: 'film',
      language: 'zh-Hans',
      title: '影片',
      performer: '图画',
      placeholder: false,
      media: ref('3c', 'mp4', 'video/mp4', { width: 1280, height: 720, duration: 60 }),
      cueTrack: ref('4d', 'vtt', 'text/vtt'),
    },
    {
      id: 'sign-csl',
      kind: 'sign',
      language: 'csl',
      title: '国家通用手语',
      performer: '手语老师',
      placeholder: true,
      media: ref('5e', 'mp4', 'video/mp4', { width: 1280, height: 720, duration: 60 }),
      cueTrack: ref('6f', 'vtt', 'text/vtt'),
    },
  ],
  captions: [{ language: 'zh-Hans', file: ref('70', 'vtt', 'text/vtt') }],
  ...more,
});

/** Without the style sheet, which the test's DOM would fetch. */
const parse = (html: string): Document =>
  new DOMParser().parseFromString(html.replace(/<link[^>]*>/u, ''), 'text/html');

describe('a piece as HTML for any reader', () => {
  const page = parse(writeHtml(source()));

  it('has an anchor for every sentence, plain versions too', () => {
    for (const id of ['s1', 's2', 's3', 's4', 'p1']) expect(page.getElementById(id)).not.toBeNull();
    expect(page.getElementById('s4')?.textContent).toBe('弄堂。');
  });

  it('says its language, its title and what its pictures show', () => {
    expect(page.documentElement.lang).toBe('zh-Hans');
    expect(page.querySelector('h1')?.textContent).toBe('老街 & 新城');
    expect(page.querySelector('img')?.getAttribute('alt')).toBe('两排房子"中间"一条路');
  });

  it('sets pinyin as ruby and leads terms to their explanation', () => {
    expect(page.querySelector('ruby rt')?.textContent).toBe('lòngtáng');
    const link = page.querySelector('#s2 a')?.getAttribute('href') ?? '';
    expect(page.getElementById(link.slice(1))?.textContent).toContain('弄堂');
  });

  it('offers the film with captions, and every medium with its sentence times', () => {
    const [film, sign] = page.querySelectorAll('video');
    expect(film?.querySelector('track[kind=captions]')?.getAttribute('src')).toMatch(/^\.\.\/70\//u);
    expect(film?.querySelectorAll('track[kind=metadata]')).toHaveLength(1);
    expect(sign?.hasAttribute('muted')).toBe(true);
    expect(sign?.querySelectorAll('track[kind=captions]')).toHaveLength(0);
  });

  it('calls a stand-in a stand-in', () => {
    expect(page.body.textContent).toContain('国家通用手语（示例，待正式录制）');
  });

  it('names only files beside it, and runs nothing', () => {
    const html = writeHtml(source());
    for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]*)"/gu))
      expect(address).toMatch(/^(?:#|\.\.\/[0-9a-f]{2}\/)/u);
    expect(html).not.toMatch(/<script|\son\w+=|style=|javascript:/iu);
  });

  it('marks its own words as Chinese in a text of another language', () => {
    const foreign = parse(writeHtml(source({ reading: { ...reading, language: 'es' } })));
    expect(foreign.documentElement.lang).toBe('es');
    expect(
      [...foreign.querySelectorAll('h2 span[lang=zh-Hans]')].map((label) => label.textContent),
    ).toContain('词语');
  });

  it('never lets an author’s text become markup', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', 'script', 'img src=x onerror=', '/', '字', ' '),
    });
    fc.assert(
      fc.property(
        hostile.filter((text) => text !== ''),
        (text) => {
          const spoiled: Reading = {
            ...reading,
            title: text,
            questions: [text],
            blocks: reading.blocks.map((block) =>
              block.type === 'figure' ? { ...block, alt: text } : block,
            ),
          };
          const made = parse(writeHtml(source({ reading: spoiled, issueTitle: text, clubName: text })));
          expect(made.querySelectorAll('script, [onerror]')).toHaveLength(0);
          expect(made.querySelectorAll('img')).toHaveLength(1);
          expect(made.querySelector('h1')?.textContent).toBe(text);
        },
      ),
    );
  });
});
