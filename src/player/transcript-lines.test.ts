import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ReadingSchema, SentenceIdSchema } from '../core/reading/model.ts';
import { hitsIn, lineAt, transcriptLines } from './transcript-lines.ts';

const id = (name: string) => v.parse(SentenceIdSchema, name);
const sentence = (name: string, text: string) => ({ id: name, words: [{ text }] });
const reading = v.parse(ReadingSchema, {
  version: 1,
  kind: 'film',
  title: '瑞虹的一天',
  language: 'zh-Hans',
  blocks: [
    { type: 'heading', level: 2, sentences: [sentence('s1', '早上')] },
    {
      type: 'paragraph',
      sentences: [sentence('s2', '主持人：您住哪一间？'), sentence('s3', '老住户：就在前面。')],
    },
  ],
  terms: [],
  questions: [],
});
const cues = [
  { sentence: id('s2'), start: 3, end: 5 },
  { sentence: id('s3'), start: 7, end: 9 },
];
const captions = [
  { start: 1, end: 2, text: '［自行车铃响］' },
  { start: 3, end: 5, text: '主持人：您住哪一间？', sentence: id('s2') },
  { start: 5.5, end: 6.5, text: '［风声］' },
  { start: 7, end: 9, text: '就在前面' },
];
const lines = transcriptLines(reading, cues, captions);

describe('a transcript', () => {
  it('holds every sentence and every sound in time, and no caption twice', () => {
    expect(lines.map((line) => line.text)).toEqual([
      '早上',
      '［自行车铃响］',
      '主持人：您住哪一间？',
      '［风声］',
      '老住户：就在前面。',
    ]);
  });

  it('follows the sentence, and a sound that comes after it', () => {
    const at = (seconds: number, current: string | null) =>
      lines[lineAt(lines, seconds, current === null ? null : id(current))]?.text;
    expect(at(1.5, null)).toBe('［自行车铃响］');
    expect(at(3, 's2')).toBe('主持人：您住哪一间？');
    expect(at(5.2, 's2')).toBe('主持人：您住哪一间？');
    expect(at(6, 's2')).toBe('［风声］');
    expect(at(7, 's3')).toBe('老住户：就在前面。');
  });

  it('finds words in the lines that hold them', () => {
    expect(hitsIn(lines, ' 住 ')).toEqual([2, 4]);
    expect(hitsIn(lines, '老住')).toEqual([4]);
    expect(hitsIn(lines, '  ')).toEqual([]);
  });
});
