// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SentenceIdSchema } from '../../core/reading/model.ts';
import type { Issue, Piece } from '../../core/shelf/issue.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { BookcaseError } from '../../library/bookcase.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { updateSettings } from '../../storage/settings-store.ts';
import BookshelfPage from './BookshelfPage.tsx';
import IssuePage from './IssuePage.tsx';

const MORNING: Piece = {
  id: 'morning',
  issue: '2026-11-silent-world',
  kind: 'reading',
  title: '老街的早晨',
  sentenceCount: 1,
  characterCount: 13,
  hasSign: false,
  placeholderSign: true,
  hasAudio: false,
  hasCaptions: false,
  hasPinyin: true,
  hasPlain: false,
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
        sentences: [
          {
            id: v.parse(SentenceIdSchema, 's3'),
            words: [{ text: '妈妈带我去' }, { text: '给水站' }, { text: '排队拎水。' }],
          },
        ],
      },
    ],
  },
};

const issue = (month: string, title: string, more: Partial<Issue> = {}): Issue => ({
  id: `${month}-silent-world`,
  club: 'silent-world',
  month,
  title,
  summary: '',
  cover: { href: 'blobs/cover.svg', sha256: '', size: 1, type: 'image/svg+xml' },
  pieceCount: 1,
  hasSign: false,
  hasCaptions: false,
  sizeBytes: 1_000_000,
  pieces: [MORNING],
  ...more,
});
const ISSUES = [
  issue('2026-11', '从虹镇老街到瑞虹新城', { hasCaptions: true }),
  issue('2026-10', '外白渡桥', { pieces: [] }),
];

const bookcase: Bookcase = {
  clubs: () => Promise.resolve([]),
  issues: () => Promise.resolve(ISSUES),
  issue: (id) => {
    const found = ISSUES.find((one) => one.id === id);
    return found ? Promise.resolve(found) : Promise.reject(new BookcaseError('not-found'));
  },
  piece: () => Promise.resolve(MORNING),
  terms: () => Promise.resolve({ terms: [], missing: [] }),
  urlOf: (blob) => `/shelf/${blob.href}`,
  refresh: () => Promise.resolve(false),
};

function show(page = <BookshelfPage />) {
  render(<BookcaseContext.Provider value={bookcase}>{page}</BookcaseContext.Provider>);
}
/** To issues and sentences; the way to the storage room is always there. */
const links = () =>
  screen
    .queryAllByRole('link')
    .map((link) => link.getAttribute('href'))
    .filter((href) => href !== '/storage');

beforeAll(() => loadNamespaces(['common', 'ui', 'problem', 'bookshelf', 'library']));
beforeEach(() => updateSettings({ club: 'silent-world' }));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe('the bookshelf', () => {
  it('has every issue, newest first', async () => {
    show();
    await waitFor(() => expect(links()).not.toEqual([]));
    expect(links()).toEqual(['/issue/2026-11-silent-world', '/issue/2026-10-silent-world']);
  });

  it('shows only issues with captions when asked, and all again', async () => {
    show();
    await waitFor(() => expect(links()).not.toEqual([]));
    const filter = screen.getByRole('button', { name: '有字幕' });
    fireEvent.click(filter);
    expect(filter.getAttribute('aria-pressed')).toBe('true');
    expect(links()).toEqual(['/issue/2026-11-silent-world']);
    fireEvent.click(filter);
    expect(links()).toHaveLength(2);
  });

  it('says so when no issue has signing: a stand-in is none', async () => {
    show();
    await waitFor(() => expect(links()).not.toEqual([]));
    fireEvent.click(screen.getByRole('button', { name: '有手语' }));
    expect(screen.getByText('没有这样的月刊')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '全部看' }));
    expect(links()).toHaveLength(2);
  });
});

describe('searching', () => {
  async function search(words: string): Promise<void> {
    show();
    await waitFor(() => expect(links()).not.toEqual([]));
    vi.useFakeTimers();
    fireEvent.input(screen.getByRole('searchbox', { name: '找一个词，或者一句话' }), {
      target: { value: words },
    });
    await act(() => vi.advanceTimersByTimeAsync(300));
    vi.useRealTimers();
  }

  it('finds the sentence, marks the words and leads to it', async () => {
    await search('给水站');
    expect(await screen.findByText('找到 1 篇')).toBeTruthy();
    expect(links()).toEqual([
      '/read/2026-11-silent-world/morning',
      '/read/2026-11-silent-world/morning?s=s3',
    ]);
    expect(document.querySelector('mark')?.textContent).toBe('给水站');
  });

  it('says what was not found and leads back to all', async () => {
    await search('地铁');
    expect(await screen.findByText('没有找到“地铁”')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '全部看' }));
    expect(links()).toEqual(['/issue/2026-11-silent-world', '/issue/2026-10-silent-world']);
  });
});

describe('an issue of its own', () => {
  it('has its title as heading, all its pieces and a way back', async () => {
    show(<IssuePage id="2026-11-silent-world" />);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('从虹镇老街到瑞虹新城');
    expect(links()).toEqual([
      '/bookshelf',
      '/read/2026-11-silent-world/morning',
      '/read/2026-11-silent-world/morning',
    ]);
  });

  it('that does not exist says so', async () => {
    show(<IssuePage id="2020-01-silent-world" />);
    expect((await screen.findByRole('alert')).textContent).toContain('没有找到这一页');
  });
});
