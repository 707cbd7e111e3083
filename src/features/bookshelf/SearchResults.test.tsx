// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { issueToWrite, pieceSummary } from '../../core/shelf/fixture.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import type { FoundPiece } from './full-text.ts';
import { SearchResults } from './SearchResults.tsx';

beforeAll(() => loadNamespaces(['bookshelf']));
afterEach(cleanup);

const found = Array.from({ length: 40 }, (_, at): FoundPiece => ({
  issue: issueToWrite().issue,
  piece: pieceSummary({ id: `piece-${at}`, title: `第${at}篇` }),
  inTitle: true,
  sentences: [],
  sentenceCount: 0,
}));
const results = (query: string) => (
  <SearchResults search={{ query, found, missingCount: 0, done: true }} typed={query} onShowAll={() => {}} />
);

it('counts every piece, draws the first ones and the rest on a tap, and begins anew with other words', async () => {
  const { rerender } = render(results('水'));
  expect(screen.getByText('找到 40 篇')).toBeTruthy();
  expect(screen.getAllByRole('article')).toHaveLength(12);
  fireEvent.click(screen.getByRole('button', { name: '再看 28 篇' }));
  expect(screen.getAllByRole('article')).toHaveLength(40);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('第12篇'));
  rerender(results('给水'));
  expect(screen.getAllByRole('article')).toHaveLength(12);
});
