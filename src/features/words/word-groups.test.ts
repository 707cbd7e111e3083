import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TermIdSchema } from '../../core/reading/model.ts';
import type { IssueSummary, IssueTerm } from '../../core/shelf/issue.ts';
import { groupWords, initialOf, isShown, keyOf } from './word-groups.ts';

const issue = (id: string): IssueSummary => ({
  id,
  club: 'silent-world',
  month: id.slice(0, 7),
  title: id,
  summary: '',
  cover: { href: '', sha256: '', size: 1, type: 'image/svg+xml' },
  pieceCount: 1,
  hasSign: false,
  hasCaptions: false,
  sizeBytes: 1,
});
const term = (issueId: string, word: string, pinyin: string): IssueTerm => ({
  id: v.parse(TermIdSchema, pinyin.normalize('NFD').replaceAll(/[^a-z]/gu, '') || 'x'),
  issue: issueId,
  word,
  pinyin,
  explanation: '。',
});

const issues = [issue('2026-11-silent-world'), issue('2026-10-silent-world')];
const terms = [
  term('2026-10-silent-world', '外白渡桥', 'Wàibáidù Qiáo'),
  term('2026-11-silent-world', '给水站', 'jǐshuǐzhàn'),
  term('2026-11-silent-world', '弄堂', 'lòngtáng'),
  term('2026-10-silent-world', '绿灯', 'lǜdēng'),
  term('2026-11-silent-world', '安置', 'ānzhì'),
];

describe('words in groups', () => {
  it('by issue: newest month first, words in the order of the issue', () => {
    const groups = groupWords(terms, 'issue', issues);
    expect(groups.map((group) => [group.issue?.id, group.terms.map(({ word }) => word)])).toEqual([
      ['2026-11-silent-world', ['给水站', '弄堂', '安置']],
      ['2026-10-silent-world', ['外白渡桥', '绿灯']],
    ]);
  });

  it('by pinyin: under the letter without its tone, capitals or not', () => {
    const groups = groupWords(terms, 'pinyin', issues);
    expect(groups.map(({ key }) => key)).toEqual(['A', 'J', 'L', 'W']);
    expect(groups[2]?.terms.map(({ word }) => word)).toEqual(['弄堂', '绿灯']);
  });

  it('lose no word of an issue that is no longer listed', () => {
    const groups = groupWords(terms, 'issue', issues.slice(0, 1));
    expect(groups.map((group) => group.issue?.id ?? null)).toEqual(['2026-11-silent-world', null]);
  });

  it('know every tone-marked initial and file the rest together', () => {
    expect(['ánhuī', 'ēn', 'Ōu', 'ǘ', 'ńg', '20 lù', ''].map(initialOf)).toEqual([
      'A',
      'E',
      'O',
      'U',
      'N',
      '#',
      '#',
    ]);
  });
});

describe('marks', () => {
  const [first, second] = terms;
  it('belong to the issue and choose what is shown', () => {
    if (!first || !second) throw new Error('terms');
    const marks = new Map([[keyOf(first), 'known' as const]]);
    expect([first, second].map((one) => isShown(one, 'known', marks))).toEqual([true, false]);
    expect([first, second].map((one) => isShown(one, 'unmarked', marks))).toEqual([false, true]);
    expect(isShown({ ...first, issue: 'another' }, 'known', marks)).toBe(false);
  });
});
