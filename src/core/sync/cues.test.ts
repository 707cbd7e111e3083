import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema, SentenceSchema } from '../reading/model.ts';
import { checkCues } from './check-cues.ts';
import { cuesFromVtt, writeCueVtt } from './cue-vtt.ts';
import type { Cue } from './track.ts';

const sentence = (id: string, text: string) => v.parse(SentenceSchema, { id, words: [{ text }] });
const cue = (id: string, start: number, end: number): Cue => ({
  sentence: v.parse(SentenceIdSchema, id),
  start,
  end,
});
const sentences = [
  sentence('s1', '你好。'),
  sentence('s2', '我们来读书，一起读。'),
  sentence('s3', '再见。'),
];
const good = [cue('s1', 0, 1), cue('s2', 1, 3), cue('s3', 3.5, 5)];
const codes = (cues: readonly Cue[], durationSeconds: number | null = 5) =>
  checkCues(cues, { sentences, durationSeconds }).map((problem) => problem.code);

describe('cue rules', () => {
  it('have nothing to say about good cues', () => {
    expect(codes(good)).toEqual([]);
  });

  it('name the sentence nothing renders, as a warning', () => {
    expect(checkCues(good.slice(0, 2), { sentences, durationSeconds: 5 })).toMatchObject([
      { code: 'cue-uncovered', severity: 'warning', sentence: 's3' },
    ]);
  });

  it.each([
    ['cue-unknown-sentence', [...good, cue('s9', 5, 6)], null],
    ['cue-twice', [...good, cue('s3', 5, 6)], null],
    ['cue-bad-time', [cue('s1', 2, 1), ...good.slice(1)], null],
    ['cue-bad-time', [cue('s1', NaN, 1), ...good.slice(1)], null],
    ['cue-not-rising', [good[0], good[2], good[1]], null],
    ['cue-overlap', [good[0], cue('s2', 0.9, 3), good[2]], null],
    ['cue-beyond-end', good, 4.9],
  ] as const)('refuse %s', (code, cues, duration) => {
    expect(
      codes(
        cues.flatMap((one) => (one ? [one] : [])),
        duration,
      ),
    ).toContain(code);
  });
});

describe('cue files', () => {
  const file = (...blocks: string[]) => ['WEBVTT', ...blocks].join('\n\n');

  it('go by sentence id', () => {
    expect(
      cuesFromVtt(file('s3\n00:03.500 --> 00:05.000', 's1\n00:00.000 --> 00:01.000'), sentences),
    ).toEqual({
      cues: [cue('s3', 3.5, 5), cue('s1', 0, 1)],
      problems: [],
    });
  });

  it('go by place', () => {
    const { cues, problems } = cuesFromVtt(
      file('#2\n00:01.000 --> 00:03.000', '#4\n00:03.000 --> 00:04.000'),
      sentences,
    );
    expect(cues).toEqual([cue('s2', 1, 3)]);
    expect(problems).toMatchObject([{ code: 'cue-unknown-sentence', line: 7, params: { id: '#4' } }]);
  });

  it('go by order where there are no ids, empty payloads and all', () => {
    const text = file('00:00.000 --> 00:01.000', '00:01.000 --> 00:03.000', '00:03.500 --> 00:05.000');
    expect(cuesFromVtt(text, sentences)).toEqual({ cues: good, problems: [] });
    expect(cuesFromVtt(text, sentences.slice(0, 2)).problems).toMatchObject([
      { code: 'cue-too-many', line: 7 },
    ]);
  });

  it('go by text where the cues say the text in smaller pieces', () => {
    const text = file(
      'a\n00:00.000 --> 00:01.000\n你好',
      'b\n00:01.000 --> 00:02.000\n我们来读书',
      'c\n00:02.000 --> 00:03.000\n一起读！',
      'd\n00:03.500 --> 00:05.000\n再见',
    );
    expect(cuesFromVtt(text, sentences).cues).toEqual(good);
  });

  it('say which line cannot be read', () => {
    expect(cuesFromVtt(file('s1\n00:01 --> 00:02.000'), sentences).problems).toMatchObject([
      { code: 'cue-file', line: 4 },
    ]);
    expect(cuesFromVtt('s1\n00:00.000 --> 00:01.000\n', sentences).problems).toMatchObject([
      { code: 'cue-file', line: 1 },
    ]);
  });

  it('come back as written', () => {
    expect(cuesFromVtt(writeCueVtt(good), sentences)).toEqual({ cues: good, problems: [] });
  });
});

const lsu = join(process.cwd(), '../shared/data/sign/lsu');
const isMissing = !existsSync(lsu);
if (isMissing) console.warn('SKIPPED: ../shared/data/sign/lsu is not on this machine');

describe.skipIf(isMissing)('real sign clips with their text', () => {
  it.each(['cuento2', 'violin-perdido'])('%s: the cues keep the rules and cover what is told', (name) => {
    const lines = readFileSync(join(lsu, `${name}.es.txt`), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const text = lines.map((line, i) => sentence(`s${i + 1}`, line));
    const { cues, problems } = cuesFromVtt(readFileSync(join(lsu, `${name}.video.es.vtt`), 'utf8'), text);
    expect(problems).toEqual([]);
    const found = checkCues(cues, { sentences: text, durationSeconds: null });
    expect(found.filter((problem) => problem.severity === 'error')).toEqual([]);
    // The last two lines of the poem's page name its author and book, and are not signed.
    expect(found.length).toBe(name === 'cuento2' ? 0 : 2);
  });
});
