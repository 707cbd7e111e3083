import { describe, expect, it, vi } from 'vitest';
import { BookcaseError } from '../library/bookcase.ts';
import type { EarlyBookcase } from '../library/open-bookcase.ts';
import { openAhead } from './open-ahead.ts';

describe('opening ahead', () => {
  it('asks for the piece the address names', () => {
    const pieceAhead = vi.fn<EarlyBookcase['pieceAhead']>(() => Promise.reject(new BookcaseError('offline')));
    openAhead({ pieceAhead }, '/read/2026-11-silent-world/old-street-morning');
    expect(pieceAhead).toHaveBeenCalledExactlyOnceWith('2026-11-silent-world', 'old-street-morning');
  });

  it('asks for nothing elsewhere', () => {
    const pieceAhead = vi.fn<EarlyBookcase['pieceAhead']>(() => Promise.reject(new BookcaseError('offline')));
    for (const path of ['/', '/issue/2026-11-silent-world', '/read', '/read/a/b/c'])
      openAhead({ pieceAhead }, path);
    expect(pieceAhead).not.toHaveBeenCalled();
  });
});
