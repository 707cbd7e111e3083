/** A month made in the studio, handed over as a zip, taken by the hub's own `add`: what members get is what was made. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  attachment,
  draftIssue,
  draftPiece,
  draftSentence,
  draftTrack,
  draftWord,
  sentenceId,
  signVideo,
  termId,
} from '../../authoring/draft/fixture.ts';
import type { Attachment, DraftIssue, DraftPiece } from '../../authoring/draft/model.ts';
import { draftToFolder } from '../../authoring/draft/to-folder.ts';
import { textFile } from '../../authoring/draft/draft-file.ts';
import { readIssueFolder } from '../../authoring/issue-folder.ts';
import { openNodeFolder } from '../../authoring/node-folder.ts';
import { verifyCatalogue } from '../../core/shelf/catalogue.ts';
import { parseGlossary } from '../../core/shelf/glossary.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { writeStoredZip, type FileToStore } from '../../core/shelf/pack/stored-zip.ts';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf } from '../open-shelf.ts';
import { runIssueCommand } from '../issue-command.ts';

const starter = (file: string): string =>
  fileURLToPath(new URL(`../../starter/issues/2026-11-silent-world/${file}`, import.meta.url));

/** Real files: two prepared videos of the starter, its cover, and a picture. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['a', starter('media/01-sign.mp4')],
  ['b', starter('cover.svg')],
  ['c', starter('cover.png')],
  ['d', starter('media/02-film.mp4')],
  ['e', starter('media/02-sign.mp4')],
]);
const sourceOf = ({ id }: Attachment): string => FILES.get(id.slice(0, 1)) ?? '';

const video = (digit: string, name: string): Attachment => signVideo({ id: attachment(digit).id, name });

const reading: DraftPiece = draftPiece({
  blocks: [
    {
      type: 'heading',
      level: 2,
      sentences: [draftSentence('s1', [draftWord('老街', { pinyin: 'lǎojiē' })])],
    },
    {
      type: 'paragraph',
      sentences: [
        draftSentence('s2', [
          draftWord('弄堂', { pinyin: 'lòngtáng', term: termId('longtang') }),
          draftWord('很', { pinyin: 'hěn', candidates: ['hěn'] }),
          draftWord('长', { pinyin: 'cháng', emphasis: true }),
          { text: '。' },
        ]),
      ],
      plain: [
        draftSentence('p1', [draftWord('路', { pinyin: 'lù' }), draftWord('很长', { pinyin: 'hěn cháng' })]),
      ],
    },
    { type: 'paragraph', sentences: [] },
    { type: 'figure', image: attachment('c', { name: '照片.png' }), alt: '一条老街', sentences: [] },
  ],
  questions: ['您住过弄堂吗？', ' '],
  tracks: [
    draftTrack({
      media: video('a', '手语.mp4'),
      marks: [
        { sentence: sentenceId('s1'), start: 0.5 },
        { sentence: sentenceId('s2'), start: 3, end: 6.5 },
      ],
      leadSeconds: 0.1,
      tailSeconds: 0.2,
      signingSpace: { x: 0.2, y: 0.05, width: 0.6, height: 0.9 },
      original: video('f', '原来的.mov'),
      notes: { s1: '慢一点' },
    }),
  ],
});
const film: DraftPiece = draftPiece({
  id: 'film-1',
  kind: 'film',
  title: '河边',
  showFrom: '2026-12-08',
  blocks: [
    {
      type: 'paragraph',
      sentences: [
        draftSentence('s1', [
          draftWord('河水', { pinyin: 'héshuǐ' }),
          draftWord('很清', { pinyin: 'hěn qīng' }),
          { text: '。' },
        ]),
        draftSentence('s2', [
          draftWord('我们', { pinyin: 'wǒmen' }),
          draftWord('走', { pinyin: 'zǒu' }),
          { text: '。' },
        ]),
      ],
    },
  ],
  tracks: [
    {
      ...draftTrack({
        id: 'film',
        kind: 'film',
        language: 'zh-Hans',
        title: '影片',
        media: video('d', '河.mp4'),
        marks: [],
      }),
    },
    draftTrack({
      media: video('e', '手语.mp4'),
      filmOffset: 0.4,
      marks: [
        { sentence: sentenceId('s1'), start: 1 },
        { sentence: sentenceId('s2'), start: 5 },
      ],
    }),
  ],
  captions: [
    {
      language: 'zh-Hans',
      cues: [
        { start: 1, end: 3.5, text: '河水很清', sentence: sentenceId('s1') },
        { start: 4, end: 6.5, text: '我们走', sentence: sentenceId('s2') },
      ],
    },
  ],
});
/** The picture, asked about in the studio by its attachment. */
const JUDGED = `picture-text-unjudged@morning#${attachment('c').id}`;
const ISSUE: DraftIssue = draftIssue({
  pieces: ['film-1', 'morning'],
  reasons: { [JUDGED]: '图里没有字' },
  cover: { drawing: attachment('b', { type: 'image/svg+xml' }), bitmap: attachment('c'), alt: '一条河' },
  terms: [
    { id: termId('longtang'), word: '弄堂', pinyin: 'lòngtáng', explanation: '小巷子。', example: '' },
    { id: termId('unused'), word: '没用', pinyin: 'méi yòng', explanation: '不用。' },
  ],
});

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.clear());

const folder = (issue = ISSUE) => draftToFolder(issue, [reading, film]);

async function asFolder(): Promise<string> {
  const root = path.join(workshop.root, ISSUE.id);
  const { texts, media } = folder();
  for (const [name, content] of [
    ...texts,
    ...(await Promise.all(
      [...media].map(async ([name, file]) => [name, await readFile(sourceOf(file))] as const),
    )),
  ]) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  return root;
}

async function asZip(issue = ISSUE): Promise<string> {
  const { texts, media } = folder(issue);
  const files: FileToStore[] = [...texts].map(([name, text]) => textFile(name, text));
  for (const [name, file] of media) {
    const bytes = new Uint8Array(await readFile(sourceOf(file)));
    files.push({ name, size: bytes.byteLength, read: async (start, end) => bytes.slice(start, end) });
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeStoredZip(files)) parts.push(part);
  const out = path.join(workshop.root, `${ISSUE.id}.issue.zip`);
  await writeFile(out, Buffer.concat(parts));
  return out;
}

describe('a draft handed to the hub', () => {
  it('is a folder the reader has nothing to say against', async () => {
    const source = await readIssueFolder(openNodeFolder(await asFolder()));
    expect(source.problems).toEqual([]);
    expect(source.pieces.map(({ id }) => id)).toEqual(['film-1', 'morning']);
    expect(source.terms.map(({ id }) => id)).toEqual(['longtang']);
    expect(source.pieces[1]?.reading.questions).toEqual(['您住过弄堂吗？']);
  });

  it('holds nothing but what members get', async () => {
    const { texts, media } = folder();
    const all = [...texts.values()].join();
    expect(all).not.toContain('慢一点');
    expect(all).not.toContain('candidates');
    expect([...media.values()].map(({ id }) => id[0])).not.toContain('f');
  });

  it('as a zip is published by `issue -- add` as it was made, to the words, the cues and who watched it', async () => {
    const said: string[] = [];
    const zip = await asZip();
    // Any program can open it.
    execFileSync('python3', [
      '-c',
      'import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)',
      zip,
    ]);
    const io = {
      out: (line: string) => void said.push(line),
      err: (line: string) => void said.push(line),
      cwd: workshop.root,
    };
    const exit = await runIssueCommand(['add', zip], workshop.config, io);
    expect(`${exit} ${said.join('\n')}`).toMatch(/^0 /u);

    const shelf = await openShelf(workshop.config);
    const textOf = async (href: string): Promise<string> =>
      new TextDecoder().decode((await shelf.store.read(href)) ?? new Uint8Array());
    const { issues } = await verifyCatalogue(await textOf('catalogue.jws'), shelf.keys.publicKey);
    const { issue, pieces, glossary } = parseManifest(await textOf(issues[0]?.manifest.href ?? ''));
    expect(issue).toMatchObject({ id: ISSUE.id, title: ISSUE.title, session: { interpreter: '手语老师' } });
    expect(issue.pieces).toMatchObject([
      { id: 'film-1', kind: 'film', showFrom: '2026-12-08', hasCaptions: true, hasSign: true },
      { id: 'morning', kind: 'reading', hasSign: true, hasPlain: true, hasPinyin: true, pictureCount: 1 },
    ]);

    const morning = JSON.parse(await textOf(pieces['morning']?.reading.href ?? ''));
    expect(morning.blocks).toHaveLength(3);
    expect(morning.blocks[1].sentences[0].words).toEqual([
      { text: '弄堂', pinyin: 'lòngtáng', term: 'longtang' },
      { text: '很', pinyin: 'hěn' },
      { text: '长', pinyin: 'cháng', emphasis: true },
      { text: '。' },
    ]);
    expect(morning.blocks[1].plain[0].id).toBe('p1');
    expect(morning.blocks[2].alt).toBe('一条老街');
    expect(morning.source).toEqual(reading.source);

    const [sign] = pieces['morning']?.tracks ?? [];
    expect(sign).toMatchObject({
      kind: 'sign',
      title: '国家通用手语',
      performer: '手语老师',
      placeholder: false,
      signingSpace: { x: 0.2, width: 0.6 },
    });
    const guided = await textOf(sign?.guided.href ?? '');
    // Tap + lead … next tap (lead included) − tail; the end that was set by hand is kept.
    expect(guided).toContain('t=0.6,2.8');
    expect(guided).toContain('t=3.1,6.5');

    const filmTracks = pieces['film-1']?.tracks ?? [];
    expect(filmTracks.find(({ kind }) => kind === 'sign')).toMatchObject({ filmOffset: 0.4 });
    expect(await textOf(filmTracks.find(({ kind }) => kind === 'film')?.guided.href ?? '')).toContain(
      't=1,3.5',
    );
    const captions = await textOf(pieces['film-1']?.captions[0]?.file.href ?? '');
    expect(captions).toContain('00:00:04.000 --> 00:00:06.500');
    expect(parseGlossary(await textOf(glossary?.href ?? '')).terms).toMatchObject([
      { id: 'longtang', explanation: '小巷子。' },
    ]);
  });

  it('brings the reasons of its warnings, which `add` prints; without one it is refused and nothing is published', async () => {
    const said: string[] = [];
    const note = (line: string): void => void said.push(line);
    const io = { out: note, err: note, cwd: workshop.root };
    const withoutOne = await asZip({ ...ISSUE, reasons: {} });
    expect(await runIssueCommand(['add', withoutOne], workshop.config, io)).toBe(1);
    expect(said.join('\n')).toMatch(
      /要有一句原因.*picture-text-unjudged@morning#media\/morning-picture\.png/u,
    );
    const shelf = await openShelf(workshop.config);
    expect(await shelf.store.read('catalogue.jws')).toBeNull();

    said.length = 0;
    expect(await runIssueCommand(['add', await asZip()], workshop.config, io)).toBe(0);
    expect(said.join('\n')).toContain('写的原因 reason: 图里没有字');
    expect(said.join('\n')).not.toContain('要有一句原因');
  });

  it.each([
    ['without its video', { tracks: [draftTrack({ media: null })] }, 'has no medium'],
    [
      'with a figure without its picture',
      { blocks: [{ type: 'figure' as const, image: null, alt: 'x', sentences: [] }] },
      'has no picture',
    ],
  ])('is no folder %s: the checks come first', (_what, more, reason) => {
    expect(() => draftToFolder(draftIssue(), [draftPiece(more)])).toThrow(reason);
  });
});
