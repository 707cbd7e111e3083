import { beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { ReadingSchema, textOf } from '../core/reading/model.ts';
import { ISSUE, MORNING, GOOD, openBook, read, said } from './folder-fixture.ts';

beforeAll(openBook, 120_000);

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
