import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { SentenceIdSchema } from '../../core/reading/model.ts';
import type { Issue, IssueSummary, Piece } from '../../core/shelf/issue.ts';
import { BookcaseError } from '../../library/bookcase.ts';
import { findIn, findInPiece, normalise, searchIssues } from './full-text.ts';

const summary = (id: string): IssueSummary => ({
  id,
  club: 'silent-world',
  month: '2026-11',
  title: '从虹镇老街到瑞虹新城',
  summary: '',
  cover: { href: '', sha256: '', size: 1, type: 'image/svg+xml' },
  pieceCount: 1,
  hasSign: false,
  hasCaptions: false,
  sizeBytes: 1,
});

function piece(id: string, sentences: readonly string[], showFrom?: string): Piece {
  return {
    id,
    issue: 'i',
    kind: 'reading',
    title: '老街的早晨',
    sentenceCount: sentences.length,
    characterCount: 1,
    hasSign: false,
    placeholderSign: false,
    hasAudio: false,
    hasCaptions: false,
    hasPinyin: false,
    hasPlain: false,
    ...(showFrom !== undefined && { showFrom }),
    tracks: [],
    captions: [],
    reading: {
      version: 1,
      kind: 'reading',
      title: '老街的早晨',
      language: 'zh-Hans',
      terms: [],
      questions: [],
      blocks: [
        {
          type: 'paragraph',
          // Words as the segmenter cuts them: a find may run across them.
          sentences: sentences.map((text, index) => ({
            id: v.parse(SentenceIdSchema, `s${index + 1}`),
            words: Array.from(text, (character) => ({ text: character })),
          })),
        },
      ],
    },
  };
}

const morning = piece('morning', ['妈妈带我去给水站排队拎水。', '坐 20 路，用 ＡＢＣ 卡。', '水还是热的。']);

describe('finding in a text', () => {
  it('finds across words and cuts the sentence where it was found', () => {
    expect(findInPiece(summary('a'), morning, normalise('给水站'))?.sentences).toEqual([
      { sentence: 's1', before: '妈妈带我去', match: '给水站', after: '排队拎水。' },
    ]);
  });

  it('does not mind full width, capitals or spaces round the query', () => {
    expect(findInPiece(summary('a'), morning, normalise('  abc '))?.sentences[0]?.match).toBe('ＡＢＣ');
  });

  it('keeps its place where normalising changes lengths', () => {
    expect(findIn('房子有30㎡大', normalise('大'))).toEqual({ start: 6, end: 7 });
    expect(findIn('30㎡大', 'm2')).toEqual({ start: 2, end: 3 });
    expect(findIn('𠮷野家在这里', '野家')).toEqual({ start: 2, end: 4 });
  });

  it('finds titles too, and nothing where there is nothing', () => {
    expect(findInPiece(summary('a'), morning, '早晨')).toMatchObject({ inTitle: true, sentenceCount: 0 });
    expect(findInPiece(summary('a'), morning, '地铁')).toBeNull();
    expect(findIn('水', '')).toBeNull();
  });
});

describe('searching the shelf', () => {
  const bookcase = {
    issue: (id: string): Promise<Issue> =>
      id === 'gone'
        ? Promise.reject(new BookcaseError('offline'))
        : Promise.resolve({
            ...summary(id),
            pieces: [morning, piece('later', ['水'], '2026-12-01'), piece('lost', [])],
          }),
    piece: (_: string, id: string): Promise<Piece> =>
      id === 'lost' ? Promise.reject(new BookcaseError('not-verified')) : Promise.resolve(morning),
  };

  it('goes on past what cannot be had, says so, and does not give away what is not out yet', async () => {
    const steps = [];
    const options = { today: '2026-11-23', signal: new AbortController().signal };
    for await (const step of searchIssues(bookcase, [summary('gone'), summary('here')], '水', options)) {
      steps.push(
        'found' in step ? `${step.found.piece.id}: ${step.found.sentenceCount}` : step.missing.piece,
      );
    }
    expect(steps).toEqual([null, 'morning: 2', 'lost']);
  });

  it('stops when it is no longer wanted', async () => {
    const stop = new AbortController();
    stop.abort();
    const options = { today: '2026-11-23', signal: stop.signal };
    const first = await searchIssues(bookcase, [summary('here')], '水', options).next();
    expect(first.done).toBe(true);
  });
});
