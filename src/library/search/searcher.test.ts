import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { SentenceIdSchema, TermIdSchema } from '../../core/reading/model.ts';
import type { SearchEntry } from '../../storage/schema.ts';
import { withoutTones } from './normalise.ts';
import { createSearcher } from './searcher.ts';

const sentence = v.parse(SentenceIdSchema, 's1');
const term = v.parse(TermIdSchema, 'jishuizhan');
const entry = (text: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'sentence',
  piece: 'old-street',
  pieceTitle: '老街的早晨',
  sentence,
  term: null,
  text,
  ...more,
});
const issue = (month: string, entries: readonly SearchEntry[]) => ({
  record: { issue: `${month}-silent-world`, manifest: '', version: 1, entries },
  summary: {
    id: `${month}-silent-world`,
    club: 'silent-world',
    month,
    title: month,
    summary: '',
    cover: { href: '', sha256: '', size: 1, type: 'image/png' },
    pieceCount: 1,
    hasSign: true,
    hasCaptions: true,
    sizeBytes: 1,
  },
});

describe('searching', () => {
  const searcher = createSearcher([
    issue('2026-10', [entry('妈妈带我去给水站。')]),
    issue('2026-11', [
      entry('邻居们在给水站排队，ＡＢ楼的也来。'),
      entry('给水站：接水的地方。', { kind: 'term', term, also: withoutTones('jǐshuǐzhàn') }),
    ]),
  ]);

  it('finds Chinese anywhere in a sentence: words first, then the newest month', () => {
    const hits = searcher.find('给水站', 9);
    expect(hits.map(({ kind, month }) => [kind, month])).toEqual([
      ['term', '2026-11'],
      ['sentence', '2026-11'],
      ['sentence', '2026-10'],
    ]);
    const [, second] = hits;
    expect(second && second.text.slice(...second.match)).toBe('给水站');
  });

  it('does not care about width, case or tone marks', () => {
    expect(searcher.find('ab', 9)).toHaveLength(1);
    expect(searcher.find('jishui', 9)[0]?.term).toBe(term);
    expect(withoutTones('nǚ’ér')).toBe('nver');
  });

  it('wants all words that are typed, and nothing for nothing', () => {
    expect(searcher.find('邻居 给水站', 9)).toHaveLength(1);
    expect(searcher.find('  ', 9)).toEqual([]);
  });

  it('looks through ten years of a club', () => {
    const text = '邻居们在弄堂口排队接水，妈妈说明天要早一点来，因为人越来越多。';
    const many = Array.from({ length: 120 }, (_none, at) =>
      issue(
        `20${10 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
        Array.from({ length: 500 }, (_each, line) => entry(`${text}${at}${line}`)),
      ),
    );
    const ten = createSearcher(many);
    expect(ten.find('排队', 50)).toHaveLength(50);
    expect(ten.find('妈妈 119499', 50)).toHaveLength(1);
    expect(ten.find('没有这几个字', 50)).toEqual([]);
  });
});
