import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { BlockSchema } from '../../../../core/reading/model.ts';
import { loadMetWords, type EarlierIssues } from './met-words.ts';

/** The words of each piece by month, newest first; null where an issue cannot be read. */
function issuesOf(months: Readonly<Record<string, readonly (readonly string[])[] | null>>): EarlierIssues {
  return {
    issues: () => Promise.resolve(Object.keys(months).map((month) => ({ id: month, month }))),
    async issue(id) {
      const pieces = months[id];
      if (!pieces) throw new Error('offline');
      return { pieces: pieces.map((_, index) => ({ id: String(index) })) };
    },
    async piece(issue, piece) {
      const words = months[issue]?.[Number(piece)] ?? [];
      const sentences = [{ id: 's1', words: words.map((text) => ({ text })) }];
      return { reading: { blocks: [v.parse(BlockSchema, { type: 'paragraph', sentences })] } };
    },
  };
}

describe('words the club has met', () => {
  it('are counted by piece over its last months, this month and later ones left out', async () => {
    const bookcase = issuesOf({
      '2026-12': [['新']],
      '2026-11': [['老街', '老街', '弄堂'], ['老街']],
      '2026-10': [['老街']],
      '2026-09': [['弄堂']],
      '2026-08': [['很久']],
    });
    const met = await loadMetWords(bookcase, 'silent-world', '2026-12');
    expect([...met]).toEqual([
      ['老街', 3],
      ['弄堂', 2],
    ]);
  });

  it('of an issue that cannot be read now are left out, and the others stay', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const bookcase = issuesOf({ '2026-11': [['老街']], '2026-10': null });
    expect([...(await loadMetWords(bookcase, 'silent-world', '2026-12'))]).toEqual([['老街', 1]]);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});
