/** Real material, brought as a club would bring it: two signed clips, a film with downloaded captions, a prose text. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectMedia } from '../../src/authoring/media/inspect.ts';
import { keepLanguage } from '../../src/core/captions/bilingual.ts';
import { parseCaptions } from '../../src/core/captions/parse.ts';
import { parseVtt } from '../../src/core/captions/vtt.ts';
import { ReadingSchema, sentencesOf, textOf } from '../../src/core/reading/model.ts';
import { PublicKeySchema, verifyCatalogue, type Catalogue } from '../../src/core/shelf/catalogue.ts';
import { parseManifest } from '../../src/core/shelf/manifest.ts';
import { verifyBlob } from '../../src/core/shelf/verify.ts';
import { parseGuided } from '../../src/core/sync/guided.ts';
import type { BlobRef } from '../../src/core/reading/model.ts';
import * as v from 'valibot';

const project = path.resolve(import.meta.dirname, '../..');
const material = path.resolve(project, '../shared/data');
const hasMaterial = existsSync(path.join(material, 'sign/lsu/cuento2.mp4'));
if (!hasMaterial) console.warn(`SKIPPED: real input needs ${material}, which is not here`);

let work: string;
let data: string;
const at = (...parts: string[]): string => path.join(work, ...parts);

/** The command as a person runs it. */
function issue(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/hub/run/issue.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: work, SAME_PAGE_DATA: data },
  });
  return { status, output: stdout + stderr };
}

const frontMatter = (fields: string): string => `---\n${fields.trim()}\n---\n`;

async function makeFolder(id: string, title: string, pieces: readonly string[], session = ''): Promise<void> {
  await mkdir(at(id, 'media'), { recursive: true });
  const cover = path.join(project, 'src/starter/issues/2026-11-silent-world');
  for (const name of ['cover.svg', 'cover.png']) await copyFile(path.join(cover, name), at(id, name));
  const [year, month, ...club] = id.split('-');
  const json = {
    id,
    club: club.join('-'),
    month: `${year}-${month}`,
    title,
    summary: '用真实材料做的一期。',
    cover: { drawing: 'cover.svg', bitmap: 'cover.png', alt: '一笔画' },
    pieces,
  };
  await writeFile(at(id, 'issue.json'), JSON.stringify(session === '' ? json : { ...json, session }));
}

async function signedPiece(id: string, name: string, title: string): Promise<void> {
  const folder = at('2026-12-silent-world');
  await copyFile(path.join(material, `sign/lsu/${name}.mp4`), path.join(folder, `media/${name}.mp4`));
  await copyFile(
    path.join(material, `sign/lsu/${name}.video.es.vtt`),
    path.join(folder, `media/${name}.vtt`),
  );
  const text = await readFile(path.join(material, `sign/lsu/${name}.es.txt`), 'utf8');
  const front = frontMatter(`
id: ${id}
kind: reading
language: es
title: ${title}
source: { author: libro de lectura, permission: sólo para pruebas locales }
tracks:
  - { id: sign-lsu, kind: sign, language: ugn, title: Lengua de Señas Uruguaya, performer: intérprete,
      file: media/${name}.mp4, cues: media/${name}.vtt, consent: true,
      review: { by: segunda intérprete, date: 2026-10-20 } }`);
  await writeFile(path.join(folder, `${id}.md`), front + text.trim().split('\n').join('\n\n'));
}

async function filmPiece(): Promise<void> {
  const folder = at('2026-12-new-sisters');
  await copyFile(path.join(material, 'sign/lsu/grillos.mp4'), path.join(folder, 'media/film.mp4'));
  const srt = '12_tokenizers-overview.srt';
  const bytes = await readFile(path.join(material, 'captions/zh-srt', srt));
  // The clip is a minute long; captions of the further minutes belong to no film we have.
  const blocks = new TextDecoder().decode(bytes).split(/\r?\n\r?\n/u);
  const fitting = blocks.filter((block) => /-->\s*00:00:[0-4]\d/u.test(block)).join('\n\n');
  await writeFile(path.join(folder, 'media/film.srt'), fitting);
  const { cues } = parseCaptions(new TextEncoder().encode(fitting), srt);
  const lines = keepLanguage(cues, 'chinese').map((cue) =>
    cue.text.replace(/\n/gu, '').replace(/[*[\]{}<>]/gu, ''),
  );
  const front = frontMatter(`
id: film
kind: film
title: 分词器
source: { author: Hugging Face 课程, permission: Apache-2.0 }
tracks:
  - { id: film, kind: film, language: zh-Hans, title: 影片, performer: 课程老师, file: media/film.mp4 }
captions:
  - { language: zh-Hans, file: media/film.srt }`);
  await writeFile(path.join(folder, 'film.md'), front + lines.join('\n\n'));
}

async function prosePiece(): Promise<void> {
  const text = await readFile(path.join(material, 'texts/modern-prose/春.md'), 'utf8');
  const front = frontMatter(`
id: spring
kind: reading
title: 春
source: { author: 朱自清, permission: 作者一九四八年去世，已进入公有领域 }`);
  const body = text
    .replace(/^# .*$/mu, '')
    .replace(/^作者：.*$/mu, '')
    .trim();
  await writeFile(at('2026-12-new-sisters', 'spring.md'), front + body);
}

const shelf = (href: string) => readFile(path.join(data, 'shelf', href));
const blobText = async (ref: BlobRef): Promise<string> => {
  const bytes = await shelf(ref.href);
  await verifyBlob(bytes, ref);
  return new TextDecoder().decode(bytes);
};

async function catalogue(): Promise<Catalogue> {
  const key = v.parse(
    PublicKeySchema,
    JSON.parse(await readFile(path.join(data, 'keys/shelf.jwk.json'), 'utf8')),
  );
  return verifyCatalogue(new TextDecoder().decode(await shelf('catalogue.jws')), key);
}

async function manifestOf(id: string) {
  const entry = (await catalogue()).issues.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`${id} is not in the catalogue`);
  return parseManifest(await blobText(entry.manifest));
}

beforeAll(async () => {
  if (!hasMaterial) return;
  work = await mkdtemp(path.join(tmpdir(), 'same-page-real-'));
  data = at('data');
  await makeFolder('2026-12-silent-world', '真实手语', ['venancio.md', 'violin.md']);
  await signedPiece('venancio', 'cuento2', 'Venancio vuela bajito');
  await signedPiece('violin', 'violin-perdido', 'El violín perdido');
  await makeFolder('2026-12-new-sisters', '真实影片', ['film.md', 'spring.md']);
  await filmPiece();
  await prosePiece();
});
afterAll(async () => {
  if (hasMaterial) await rm(work, { recursive: true, force: true });
});

describe.skipIf(!hasMaterial)('real material', () => {
  let first: ReturnType<typeof issue>;
  beforeAll(() => {
    first = issue('add', '2026-12-silent-world', '2026-12-new-sisters');
  }, 180_000);

  it('is published by the command, which says what it repaired', () => {
    expect(first.output).not.toContain('✗');
    expect(first.status).toBe(0);
    expect(first.output).toContain('声音已经去掉');
    expect(first.output).toMatch(/目录在末尾|文件的目录/u);
    expect(first.output).toContain('2026-12-silent-world 已经发布');
  });

  it('offers each sign video silent and with its index first', async () => {
    const { pieces } = await manifestOf('2026-12-silent-world');
    for (const files of Object.values(pieces)) {
      const [track] = files.tracks;
      if (track === undefined) throw new Error('no sign track');
      const bytes = await shelf(track.media.href);
      await verifyBlob(bytes, track.media);
      const facts = await inspectMedia(bytes);
      expect(facts).toMatchObject({ hasAudio: false, moovFirst: true, videoCodec: 'avc' });
      expect(facts.durationSeconds).toBeCloseTo(track.media.duration ?? 0, 1);
    }
  });

  it('plays each sentence where the signer signs it', async () => {
    const { pieces } = await manifestOf('2026-12-silent-world');
    const files = pieces['venancio'];
    if (files?.tracks[0] === undefined) throw new Error('venancio is missing');
    const reading = v.parse(ReadingSchema, JSON.parse(await blobText(files.reading)));
    const cues = parseGuided(await blobText(files.tracks[0].guided));
    const sentences = sentencesOf(reading);
    const spanOf = (start: string) => {
      const sentence = sentences.find((candidate) => textOf(candidate).startsWith(start));
      return cues.find((cue) => cue.sentence === sentence?.id);
    };
    expect(spanOf('Venancio vuela bajito')).toMatchObject({ start: 2.36, end: 5.639 });
    expect(spanOf('No es cierto')).toMatchObject({ start: 5.639, end: 9.559 });
    // Three cues of the source are one sentence of the text.
    expect(spanOf('En realidad')).toMatchObject({ start: 28.727, end: 33.089 });
  });

  it('claims sign language, since this is a signer and no stand-in', async () => {
    const { issue: published } = await manifestOf('2026-12-silent-world');
    expect(published.hasSign).toBe(true);
    expect(published.pieces.every((piece) => piece.hasSign && !piece.placeholderSign)).toBe(true);
  });

  it('keeps the Chinese of bilingual captions, tied to the sentences of the transcript', async () => {
    const { pieces } = await manifestOf('2026-12-new-sisters');
    const files = pieces['film'];
    if (files?.captions[0] === undefined || files.tracks[0] === undefined) throw new Error('film is missing');
    const { cues } = parseVtt(await blobText(files.captions[0].file));
    expect(cues.length).toBeGreaterThan(8);
    expect(cues.filter((cue) => /[a-z]{4,} [a-z]{3,} [a-z]{3,}/u.test(cue.text))).toEqual([]);
    const reading = v.parse(ReadingSchema, JSON.parse(await blobText(files.reading)));
    const known = new Set(sentencesOf(reading).map((sentence) => sentence.id));
    const guided = parseGuided(await blobText(files.tracks[0].guided));
    expect(guided.every((cue) => known.has(cue.sentence))).toBe(true);
    expect(guided.length).toBeGreaterThan(5);
  });

  it('gives the prose pinyin by word and loses no character', async () => {
    const { pieces } = await manifestOf('2026-12-new-sisters');
    const files = pieces['spring'];
    if (files === undefined) throw new Error('spring is missing');
    const reading = v.parse(ReadingSchema, JSON.parse(await blobText(files.reading)));
    const text = sentencesOf(reading).map(textOf).join('');
    const source = await readFile(path.join(material, 'texts/modern-prose/春.md'), 'utf8');
    const body = source.replace(/^# .*$/mu, '').replace(/^作者：.*$/mu, '');
    expect(text.replace(/\s/gu, '')).toBe(body.replace(/\s/gu, ''));
    const words = sentencesOf(reading).flatMap((sentence) => sentence.words);
    expect(words.find((word) => word.text === '春天')?.pinyin).toBe('chūntiān');
  });

  it('changes nothing but the sequence when it is added again', async () => {
    const before = await catalogue();
    const { status, output } = issue('add', '2026-12-new-sisters');
    expect(output).toContain('没有变化');
    expect(status).toBe(0);
    const after = await catalogue();
    expect(after.issues).toEqual(before.issues);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  }, 60_000);

  it('keeps sentence ids beside the text, so that they survive edits', () => {
    expect(existsSync(at('2026-12-new-sisters', 'spring.ids.json'))).toBe(true);
  });

  it('can be taken back, and then its files are gone', async () => {
    const { pieces } = await manifestOf('2026-12-silent-world');
    const media = Object.values(pieces).flatMap((files) => files.tracks.map((track) => track.media));
    expect(issue('remove', '2026-12-silent-world').status).toBe(0);
    const after = await catalogue();
    expect(after.issues.map(({ id }) => id)).toEqual(['2026-12-new-sisters']);
    expect(after.withdrawn).toEqual(['2026-12-silent-world']);
    for (const { href } of media) expect(existsSync(path.join(data, 'shelf', href))).toBe(false);
  });
});
