/** Real material, brought as a club would bring it: two signed clips, a film with downloaded captions, a prose text. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectMedia } from '../../src/authoring/media/inspect.ts';
import { parseVtt } from '../../src/core/captions/vtt.ts';
import { ReadingSchema, sentencesOf, textOf } from '../../src/core/reading/model.ts';
import { PublicKeySchema, verifyCatalogue, type Catalogue } from '../../src/core/shelf/catalogue.ts';
import { parseManifest } from '../../src/core/shelf/manifest.ts';
import { verifyBlob } from '../../src/core/shelf/verify.ts';
import { parseGuided } from '../../src/core/sync/guided.ts';
import type { BlobRef } from '../../src/core/reading/model.ts';
import * as v from 'valibot';
import { hasMaterial, makeRealIssues, material, type RealIssues } from '../fixtures/real-issues.ts';

let real: RealIssues;
const issue = (...args: string[]) => real.issue(...args);

const shelf = (href: string) => readFile(path.join(real.data, 'shelf', href));
const blobText = async (ref: BlobRef): Promise<string> => {
  const bytes = await shelf(ref.href);
  await verifyBlob(bytes, ref);
  return new TextDecoder().decode(bytes);
};

async function catalogue(): Promise<Catalogue> {
  const key = v.parse(
    PublicKeySchema,
    JSON.parse(await readFile(path.join(real.data, 'keys/shelf.jwk.json'), 'utf8')),
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
  real = await makeRealIssues();
});
afterAll(async () => {
  if (hasMaterial) await real.remove();
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
    expect(existsSync(real.at('2026-12-new-sisters', 'spring.ids.json'))).toBe(true);
  });

  it('can be taken back, and then its files are gone', async () => {
    const { pieces } = await manifestOf('2026-12-silent-world');
    const media = Object.values(pieces).flatMap((files) => files.tracks.map((track) => track.media));
    expect(issue('remove', '2026-12-silent-world').status).toBe(0);
    const after = await catalogue();
    expect(after.issues.map(({ id }) => id)).toEqual(['2026-12-new-sisters']);
    expect(after.withdrawn).toEqual(['2026-12-silent-world']);
    for (const { href } of media) expect(existsSync(path.join(real.data, 'shelf', href))).toBe(false);
  });
});
