// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Bookcase } from '../../library/bookcase.ts';
import type { IssueState } from '../../library/library.ts';
import { loadHome } from './load-home.ts';
import { useHome } from './use-home.ts';

vi.mock('./load-home.ts', () => ({ loadHome: vi.fn<typeof loadHome>() }));
afterEach(cleanup);

const months = (...ids: string[]) =>
  new Map<string, IssueState>(ids.map((id) => [id, { state: 'not-here', sizeBytes: 1 }]));
const answer = (place: string) => ({
  club: null,
  issue: null,
  earlier: [],
  places: [{ issue: place, piece: '', sentence: null, atMs: 0 }],
});

it('a month that comes while the page lies open takes its place, and no waiting page is seen', async () => {
  const bookcase = Object.create(null) as Bookcase;
  const issues = signal<ReadonlyMap<string, IssueState>>(new Map());
  const seen: string[] = [];
  function Page() {
    const { result } = useHome(bookcase, issues, 'silent-world');
    const shown = result.state === 'ready' ? String(result.value?.places[0]?.issue) : result.state;
    if (seen.at(-1) !== shown) seen.push(shown);
    return <p>{shown}</p>;
  }
  vi.mocked(loadHome).mockResolvedValue(answer('november'));
  render(<Page />);
  await screen.findByText('november');
  // The installer's first word is no news.
  await act(() => void (issues.value = months('2026-11')));
  expect(loadHome).toHaveBeenCalledOnce();
  vi.mocked(loadHome).mockResolvedValue(answer('december'));
  await act(() => void (issues.value = months('2026-11', '2026-12')));
  await screen.findByText('december');
  expect(loadHome).toHaveBeenCalledTimes(2);
  expect(seen).toEqual(['loading', 'november', 'december']);
});
