import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { SentenceIdSchema } from '../../core/reading/model.ts';
import type { Issue, PieceSummary } from '../../core/shelf/issue.ts';
import type { SearchHit } from '../../library/library.ts';
import { searchStored } from './stored-search.ts';

const piece = (id: string, showFrom?: string): PieceSummary => ({
  id,
  kind: 'reading',
  title: id,
  sentenceCount: 1,
  characterCount: 1,
  hasSign: false,
  placeholderSign: false,
  hasAudio: false,
  hasCaptions: false,
  hasPinyin: false,
  hasPlain: false,
  ...(showFrom && { showFrom }),
});
const issue: Issue = {
  id: '2026-11-a',
  club: 'a',
  month: '2026-11',
  title: '老街',
  summary: '',
  cover: { href: '', sha256: '', size: 1, type: 'image/svg+xml' },
  pieceCount: 2,
  hasSign: false,
  hasCaptions: false,
  sizeBytes: 1,
  pieces: [piece('morning'), piece('later', '2999-01-01')],
};
const hit = (more: Partial<SearchHit>): SearchHit => ({
  issue: issue.id,
  month: issue.month,
  club: 'a',
  kind: 'sentence',
  piece: 'morning',
  pieceTitle: 'morning',
  sentence: v.parse(SentenceIdSchema, 's1'),
  term: null,
  text: '家里没有自来水',
  match: [4, 7],
  ...more,
});
const find = (hits: readonly SearchHit[], issues: readonly Issue[] = [issue]) =>
  searchStored(
    { search: () => Promise.resolve(hits) },
    { issue: () => Promise.resolve(issue) },
    issues,
    '自来水',
    '2026-11-23',
  );

describe('finding in what the tablet has', () => {
  it('cuts each sentence where the words are and counts it once', async () => {
    const found = await find([hit({ kind: 'term', text: '自来水', match: [0, 3] }), hit({})]);
    expect(found).toMatchObject([
      { sentenceCount: 1, sentences: [{ before: '家里没有', match: '自来水', after: '' }] },
    ]);
  });

  it('finds a piece by its title', async () => {
    expect(await find([hit({ kind: 'title', sentence: null })])).toMatchObject([
      { inTitle: true, sentenceCount: 0 },
    ]);
  });

  it('leaves out what is not out yet, what has no piece and what is filtered away', async () => {
    expect(await find([hit({ piece: 'later' }), hit({ piece: null })])).toEqual([]);
    expect(await find([hit({})], [])).toEqual([]);
  });
});
