import { describe, expect, it, vi } from 'vitest';
import { BookcaseError, type Bookcase } from '../library/bookcase.ts';
import { openAhead } from './open-ahead.ts';

function bookcaseWith(piece: Bookcase['piece']): Bookcase {
  const untouched = (): never => {
    throw new Error('not asked for');
  };
  return {
    clubs: untouched,
    issues: untouched,
    issue: untouched,
    terms: untouched,
    refresh: untouched,
    urlOf: untouched,
    piece,
  };
}

describe('opening ahead', () => {
  it('asks for the piece the address names', () => {
    const piece = vi.fn<Bookcase['piece']>(() => Promise.reject(new BookcaseError('offline')));
    openAhead(bookcaseWith(piece), '/read/2026-11-silent-world/old-street-morning');
    expect(piece).toHaveBeenCalledExactlyOnceWith('2026-11-silent-world', 'old-street-morning');
  });

  it('asks for nothing elsewhere', () => {
    const piece = vi.fn<Bookcase['piece']>(() => Promise.reject(new BookcaseError('offline')));
    for (const path of ['/', '/issue/2026-11-silent-world', '/read', '/read/a/b/c'])
      openAhead(bookcaseWith(piece), path);
    expect(piece).not.toHaveBeenCalled();
  });
});
