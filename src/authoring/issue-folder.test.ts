import { beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ReadingSchema, textOf } from '../core/reading/model.ts';
import { folderOfFiles } from './folder-files.ts';
import { readIssueFolder } from './issue-folder.ts';
import type { IssueSource } from './issue-source.ts';
import { loadPinyinBook, type PinyinBook } from './pinyin-book.ts';
import { describeProblem, isAuthoringCode, placeOf } from './problem-text.ts';
import { PROBLEM_TABLE } from './problem-table.ts';

let book: PinyinBook;
beforeAll(async () => {
  book = await loadPinyinBook();
  // Counted at the first use, which takes its time on a busy machine.
  book.usesOf('长');
}, 120_000);

const ISSUE = {
  id: '2026-11-silent-world',
  club: 'silent-world',
  month: '2026-11',
  title: '从老街到新城',
  summary: '一条老街怎样变成新城。',
  cover: { drawing: 'cover.svg', bitmap: 'cover.png', alt: '老街和高楼' },
  session: {
    date: '2026-11-28',
    start: '14:00',
    end: '16:00',
    timeZone: 'Asia/Shanghai',
    place: '阅览室',
    interpreter: '手语老师',
  },
  pieces: ['01-morning.md', '02-film.md'],
};
const MORNING = `---
id: old-street-morning
kind: reading
title: 老街的早晨
showFrom: 2026-11-03
questions:
  - 您小时候住在哪里？
source: { author: 同页编写组, permission: 为本刊所写 }
tracks:
  - { id: sign-csl, kind: sign, language: csl, title: 国家通用手语, performer: 手语老师,
      file: media/01-sign.mp4, cues: cues/01-sign.vtt, placeholder: true,
      signingSpace: { x: 0.1, y: 0.05, width: 0.8, height: 0.95 } }
---
## 早晨

我是在虹镇老街长大的。那里的[弄堂](term:longtang)很窄。

::: plain
我小时候住在老街。
:::

![弄堂口的水龙头](media/tap.webp "给水站的早晨。")
`;
const FILM = `---
id: film
kind: film
title: 影片
tracks:
  - { id: film, kind: film, language: zh-Hans, title: 影片, performer: 社区工作者, file: media/02.mp4 }
captions:
  - { language: zh-Hans, file: captions/02.vtt }
---
主持人：大家好。今天讲老街。
`;
const TERMS = `- id: longtang
  word: 弄堂
  explanation: 上海的小巷子。
  picture: { file: media/longtang.svg, alt: 一条窄窄的巷子 }
`;
const MEDIA = [
  'cover.svg',
  'cover.png',
  'media/01-sign.mp4',
  'cues/01-sign.vtt',
  'media/tap.webp',
  'media/02.mp4',
  'captions/02.vtt',
  'media/longtang.svg',
];

type Files = Record<string, string | null>;
const GOOD: Files = {
  'issue.json': JSON.stringify(ISSUE, null, 2),
  'terms.yaml': TERMS,
  '01-morning.md': MORNING,
  '02-film.md': FILM,
  ...Object.fromEntries(MEDIA.map((file) => [file, 'x'])),
};
const read = (changes: Files = {}): Promise<IssueSource> => {
  const files = Object.entries({ ...GOOD, ...changes }).flatMap(
    ([name, text]): [string, Uint8Array<ArrayBuffer>][] =>
      text === null ? [] : [[name, new TextEncoder().encode(text)]],
  );
  return readIssueFolder(folderOfFiles(new Map(files)), { wording: { book } });
};
const said = async (changes: Files): Promise<string[]> =>
  (await read(changes)).problems.map((found) => `${placeOf(found)} ${found.code}`);

describe('a sound issue folder', () => {
  it('is read whole, without a word of complaint', async () => {
    const { issue, terms, pieces, problems } = await read();
    expect(problems).toEqual([]);
    expect(issue).toMatchObject({ id: '2026-11-silent-world', session: { interpreter: '手语老师' } });
    expect(terms).toEqual([
      {
        id: 'longtang',
        word: '弄堂',
        pinyin: expect.stringMatching(/^[ln]òngtáng$/u) as string,
        pinyinProposed: true,
        explanation: '上海的小巷子。',
        picture: { file: 'media/longtang.svg', alt: '一条窄窄的巷子' },
      },
    ]);
    expect(pieces.map(({ id, kind }) => `${id}:${kind}`)).toEqual([
      'old-street-morning:reading',
      'film:film',
    ]);
    const [morning] = pieces;
    expect(morning?.reading.terms.map(({ id }) => id)).toEqual(['longtang']);
    expect(morning?.tracks[0]).toMatchObject({ placeholder: true, consent: false, line: 10 });
    expect(morning?.fileLines.get('media/tap.webp')).toBe(22);
    expect(morning?.showFrom).toBe('2026-11-03');
  });

  it('gives every sentence an id, plain versions a row of their own, and its line', async () => {
    const { pieces, writes } = await read();
    const blocks = pieces[0]?.reading.blocks ?? [];
    const paragraph = blocks[1];
    expect(paragraph?.type === 'paragraph' && paragraph.sentences.map(({ id }) => id)).toEqual(['s2', 's3']);
    expect(
      paragraph?.type === 'paragraph' && paragraph.plain?.map((each) => `${each.id}:${textOf(each)}`),
    ).toEqual(['p1:我小时候住在老街。']);
    expect([...(pieces[0]?.sentenceLines ?? [])].map(([id, line]) => `${id}@${line}`)).toEqual([
      's1@14',
      's2@16',
      's3@16',
      'p1@16',
      's4@22',
    ]);
    expect(writes.map(({ file }) => file)).toEqual(['01-morning.ids.json', '02-film.ids.json']);
  });

  it('makes readings that the member’s schema accepts once paths are blobs', async () => {
    const sha256 = 'a'.repeat(64);
    const blob = { href: `blobs/sha256/aa/${sha256}.webp`, sha256, size: 1, type: 'image/webp' };
    for (const piece of (await read()).pieces) {
      const blocks = piece.reading.blocks.map((block) =>
        block.type === 'figure' ? { ...block, image: blob } : block,
      );
      expect(v.safeParse(ReadingSchema, { ...piece.reading, blocks, terms: [] }).issues).toBeUndefined();
    }
  });

  it('keeps its ids when it is edited, and writes nothing when it is not', async () => {
    const { writes } = await read();
    const ids = Object.fromEntries(writes.map(({ file, text }) => [file, text]));
    expect((await read(ids)).writes).toEqual([]);
    const edited = await read({
      ...ids,
      '01-morning.md': MORNING.replace('## 早晨', '## 早晨\n\n天还没有亮。'),
    });
    const sentences = edited.pieces[0]?.reading.blocks.flatMap((block) =>
      block.type === 'list' ? [] : block.sentences.map(({ id }) => id),
    );
    expect(sentences).toEqual(['s1', 's5', 's2', 's3', 's4']);
  });

  it('may hold a piece as finished JSON', async () => {
    const piece = {
      version: 1,
      id: 'ready',
      kind: 'gallery',
      title: '图片展',
      blocks: [
        {
          type: 'figure',
          image: 'media/tap.webp',
          alt: '水龙头',
          sentences: [{ id: 'a1', words: [{ text: '弄堂', pinyin: 'lòngtáng', term: 'longtang' }] }],
        },
      ],
    };
    const changes = (blocks: unknown) => ({
      'issue.json': JSON.stringify({ ...ISSUE, pieces: ['ready.json'] }, null, 2),
      'ready.json': JSON.stringify({ ...piece, blocks }, null, 2),
    });
    const { pieces, problems, writes } = await read(changes(piece.blocks));
    expect(problems).toEqual([]);
    expect(writes).toEqual([]);
    expect(pieces[0]).toMatchObject({
      id: 'ready',
      reading: { language: 'zh-Hans', terms: [{ id: 'longtang' }] },
    });
    expect(await said(changes([...piece.blocks, ...piece.blocks]))).toEqual(['ready.json sentence-repeated']);
    expect(await said(changes([{ ...piece.blocks[0], image: '../x.png' }]))).toContain(
      'ready.json:9 field-wrong',
    );
  });

  it('may come from Windows, with its line ends and its byte order mark', async () => {
    const windows = Object.fromEntries(
      ['issue.json', 'terms.yaml', '01-morning.md', '02-film.md'].map((file) => [
        file,
        `\uFEFF${GOOD[file]?.replaceAll('\n', '\r\n') ?? ''}`,
      ]),
    );
    const { problems, pieces } = await read(windows);
    expect(problems).toEqual([]);
    expect(pieces[0]?.fileLines.get('media/tap.webp')).toBe(22);
  });
});

describe('what is wrong is said with file and line', () => {
  const issue = (changes: object): Files => ({
    'issue.json': JSON.stringify({ ...ISSUE, ...changes }, null, 2),
  });
  const morning = (from: string, to: string): Files => ({ '01-morning.md': MORNING.replace(from, to) });
  const film = (from: string, to: string): Files => ({ '02-film.md': FILM.replace(from, to) });

  it.each<[string, Files, string]>([
    ['no issue.json', { 'issue.json': null }, 'issue.json file-missing'],
    ['broken JSON', { 'issue.json': '{\n  "id": "x",,\n}' }, 'issue.json:2 json-syntax'],
    ['an id of another month', issue({ month: '2026-12' }), 'issue.json:2 issue-id'],
    ['a missing title', issue({ title: undefined }), 'issue.json:1 field-missing'],
    ['an unknown field', issue({ colour: 'red' }), 'issue.json:24 field-unknown'],
    [
      'a day that does not exist',
      issue({ session: { ...ISSUE.session, date: '2026-02-30' } }),
      'issue.json:13 field-wrong',
    ],
    [
      'a session that ends before it starts',
      issue({ session: { ...ISSUE.session, end: '13:00' } }),
      'issue.json:15 session-times',
    ],
    ['a missing cover', { 'cover.png': null }, 'issue.json:9 file-missing'],
    ['a path out of the folder', issue({ pieces: ['../x.md'] }), 'issue.json:21 field-wrong'],
    ['a missing piece', issue({ pieces: ['09.md'] }), 'issue.json:21 file-missing'],
    [
      'a piece twice',
      issue({ pieces: ['01-morning.md', '02-film.md', '02-film.md'] }),
      'issue.json:23 piece-repeated',
    ],
    [
      'a piece of another kind of file',
      issue({ pieces: ['01-morning.ids.json'] }),
      'issue.json:21 piece-extension',
    ],
    ['no front matter', { '01-morning.md': '我。' }, '01-morning.md:1 front-matter-missing'],
    ['broken front matter', morning('kind: reading', 'kind: [reading'), '01-morning.md:4 yaml-syntax'],
    ['an unknown kind', morning('kind: reading', 'kind: story'), '01-morning.md:3 field-wrong'],
    ['a wrong day', morning('2026-11-03', '11月3日'), '01-morning.md:5 field-wrong'],
    ['an unsafe media path', morning('media/01-sign.mp4', '/etc/passwd'), '01-morning.md:11 field-wrong'],
    [
      'a signing space outside the frame',
      morning('width: 0.8', 'width: 0.95'),
      '01-morning.md:12 field-wrong',
    ],
    ['a missing media file', { 'media/01-sign.mp4': null }, '01-morning.md:10 file-missing'],
    ['a missing picture', { 'media/tap.webp': null }, '01-morning.md:22 file-missing'],
    ['a missing cue file', { 'cues/01-sign.vtt': null }, '01-morning.md:10 file-missing'],
    ['a sign track without cues', morning(' cues: cues/01-sign.vtt,', ''), '01-morning.md:10 track-cues'],
    [
      'a problem in the text, at its line in the file',
      morning('很窄。', '很窄。<b>'),
      '01-morning.md:16 html',
    ],
    ['no text at all', { '02-film.md': FILM.slice(0, FILM.indexOf('主持人')) }, '02-film.md:10 body-empty'],
    [
      'a film without its film',
      film('kind: film, language', 'kind: audio, language'),
      '02-film.md:1 film-track',
    ],
    [
      'a film track in a reading',
      morning('kind: sign,', 'kind: film,'),
      '01-morning.md:10 film-track-elsewhere',
    ],
    [
      'a film without cues or captions',
      film('captions:\n  - { language: zh-Hans, file: captions/02.vtt }\n', ''),
      '02-film.md:6 track-cues',
    ],
    [
      'two pieces with one id',
      film('id: film\n', 'id: old-street-morning\n'),
      '02-film.md:1 piece-id-repeated',
    ],
    ['a damaged ids file', { '01-morning.ids.json': '<<<<' }, '01-morning.ids.json:1 ids-damaged'],
    ['a term that has no card', { 'terms.yaml': null }, '01-morning.md:16 term-unknown'],
    [
      'a term nobody meets',
      { 'terms.yaml': `${TERMS}- { id: tap, word: 水龙头, explanation: 出水。 }\n` },
      'terms.yaml:5 term-unused',
    ],
    ['a term twice', { 'terms.yaml': TERMS + TERMS }, 'terms.yaml:5 term-repeated'],
    [
      'a term without explanation',
      { 'terms.yaml': TERMS.replace(/ {2}explanation.*\n/u, '') },
      'terms.yaml:1 field-missing',
    ],
    ['a term in tone digits', { 'terms.yaml': `${TERMS}  pinyin: long4tang2\n` }, 'terms.yaml:5 field-wrong'],
    ['a term that cannot be read', { 'terms.yaml': TERMS.replace('弄堂', 'WC') }, 'terms.yaml:1 term-pinyin'],
    ['a missing picture of a term', { 'media/longtang.svg': null }, 'terms.yaml:4 file-missing'],
    ['terms that are no list', { 'terms.yaml': 'id: longtang\n' }, 'terms.yaml:1 field-wrong'],
    ['a bomb of aliases', { 'terms.yaml': 'a: &a [x, x]\nb: &b [*a, *a]\n' }, 'terms.yaml:1 yaml-syntax'],
  ])('%s', async (_, changes, expected) => {
    expect(await said(changes)).toContain(expected);
  });

  it('all at once, file by file from the top', async () => {
    const all = await said({
      ...morning('## 早晨', '# 早晨'),
      ...film('kind: film\n', 'kind: opera\n'),
      'cover.png': null,
    });
    expect(all).toEqual([
      'issue.json:9 file-missing',
      '01-morning.md:14 heading-one',
      '02-film.md:3 field-wrong',
    ]);
  });

  it('even when a file is no text', async () => {
    const files = new Map(
      Object.entries(GOOD).map(([name, text]) => [name, new TextEncoder().encode(text ?? '')]),
    );
    files.set('02-film.md', new Uint8Array([0xff, 0xfe, 0xc4, 0xe3]));
    const { problems } = await readIssueFolder(folderOfFiles(files), { wording: { book } });
    expect(problems.map(({ file, code }) => `${file} ${code}`)).toEqual(['02-film.md not-utf8']);
  });

  it('in a sentence with its parameters filled in, in Chinese and in English', async () => {
    const { problems } = await read({
      ...issue({ month: '2026-12', colour: 1, title: '' }),
      ...morning('很窄', '很{窄'),
    });
    expect(problems.length).toBeGreaterThan(2);
    for (const found of problems) {
      if (!isAuthoringCode(found.code)) throw new Error(found.code);
      const typed = { ...found, code: found.code };
      for (const language of ['zh', 'en'] as const)
        expect(describeProblem(typed, language)).not.toMatch(/\{[a-zA-Z]+\}|undefined/u);
    }
  });

  it('with the same parameters in both languages', () => {
    const names = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? ''))].sort();
    for (const [code, [, zh, en]] of Object.entries(PROBLEM_TABLE)) {
      const english = names(en).map((name) => (name === 'expectedEn' ? 'expected' : name));
      expect([code, ...english]).toEqual([code, ...names(zh)]);
    }
  });
});
