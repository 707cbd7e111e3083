import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceSchema } from '../reading/model.ts';
import { matchCaptions, sentenceCues } from './match.ts';

const sentence = (id: string, text: string) => v.parse(SentenceSchema, { id, words: [{ text }] });
const transcript = [
  sentence('s1', '主持人：大家好，欢迎来到读书会。'),
  sentence('s2', '今天我们读《背影》。'),
  sentence('s3', '好。'),
  sentence('s4', '那就开始吧！'),
];

describe('captions and transcript', () => {
  it('are matched by text: several captions share a sentence, a sound belongs to none', () => {
    const { captions, cues, uncovered, unmatched } = matchCaptions(
      [
        { start: 1, end: 2, text: '［掌声］' },
        { start: 2, end: 3, text: '主持人：大家好' },
        { start: 3, end: 5, text: '欢迎来到\n读书会' },
        { start: 6, end: 8, text: '今天我们读《背影》' },
        { start: 9, end: 10, text: '好' },
        { start: 10, end: 12, text: '那就开始吧！' },
      ],
      transcript,
    );
    expect(captions.map((caption) => caption.sentence)).toEqual([undefined, 's1', 's1', 's2', 's3', 's4']);
    expect(cues).toEqual([
      { sentence: 's1', start: 2, end: 5 },
      { sentence: 's2', start: 6, end: 8 },
      { sentence: 's3', start: 9, end: 10 },
      { sentence: 's4', start: 10, end: 12 },
    ]);
    expect(sentenceCues(captions)).toEqual(cues);
    expect(uncovered).toEqual([]);
    expect(unmatched).toEqual([]);
  });

  it('gives each of two sentences in one caption its share of the time', () => {
    const { captions, cues } = matchCaptions(
      [{ start: 0, end: 6, text: '好。那就开始吧！' }],
      transcript.slice(2),
    );
    expect(captions[0]?.sentence).toBe('s4');
    expect(cues).toEqual([
      { sentence: 's3', start: 0, end: 1 },
      { sentence: 's4', start: 1, end: 6 },
    ]);
  });

  it('bears small differences and names what it cannot place', () => {
    const { captions, uncovered, unmatched } = matchCaptions(
      [
        { start: 0, end: 2, text: '大家好，欢迎来到我们读书会' },
        { start: 2, end: 4, text: '这句话谁也没有说过' },
        { start: 4, end: 6, text: '今天我们读背影' },
      ],
      transcript,
    );
    expect(captions.map((caption) => caption.sentence)).toEqual(['s1', undefined, 's2']);
    expect(unmatched).toEqual([1]);
    expect(uncovered).toEqual(['s3', 's4']);
  });

  it('are matched by id or place where they have one', () => {
    const { captions } = matchCaptions(
      [
        { id: 's2', start: 0, end: 1, text: '别的字' },
        { id: '#4', start: 1, end: 2, text: '别的字' },
        { id: '1', start: 2, end: 3, text: '那就开始吧' },
      ],
      transcript,
    );
    expect(captions.map((caption) => caption.sentence)).toEqual(['s2', 's4', 's4']);
  });

  it('follows the order when the same words are said twice', () => {
    const twice = [sentence('a', '你好！'), sentence('b', '请坐。'), sentence('c', '你好！')];
    const { captions } = matchCaptions(
      ['你好', '请坐', '你好'].map((text, i) => ({ start: i, end: i + 1, text })),
      twice,
    );
    expect(captions.map((caption) => caption.sentence)).toEqual(['a', 'b', 'c']);
  });
});
