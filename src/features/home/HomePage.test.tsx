// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { SentenceIdSchema } from '../../core/reading/model.ts';
import type { Club, Issue, PieceSummary, Session } from '../../core/shelf/issue.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { BookcaseError } from '../../library/bookcase.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { changePerson } from '../../storage/erase.ts';
import { saveProgress } from '../../storage/progress.ts';
import { updateSettings } from '../../storage/settings-store.ts';
import HomePage from './HomePage.tsx';

const CLUB: Club = {
  id: 'silent-world',
  name: { 'zh-Hans': '无声世界读书会', 'zh-Hant': '無聲世界讀書會', en: 'Silent World' },
  description: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  motif: 'hands',
  requires: { reading: [], film: [], recitation: [], gallery: [] },
};

const piece = (id: string, title: string, more: Partial<PieceSummary> = {}): PieceSummary => ({
  id,
  kind: 'reading',
  title,
  sentenceCount: 24,
  characterCount: 860,
  hasSign: false,
  placeholderSign: false,
  hasAudio: false,
  hasCaptions: false,
  hasPinyin: true,
  hasPlain: false,
  ...more,
});

const SESSION: Session = {
  date: '2999-11-28',
  start: '14:00',
  end: '16:00',
  timeZone: 'Asia/Shanghai',
  place: '社区中心二楼阅览室',
  interpreter: '手语老师',
};

const issue = (more: Partial<Issue> = {}): Issue => ({
  id: '2026-11-silent-world',
  club: 'silent-world',
  month: '2026-11',
  title: '从虹镇老街到瑞虹新城',
  summary: '一条老街怎样变成新城。',
  cover: { href: 'blobs/cover.svg', sha256: '', size: 1, type: 'image/svg+xml' },
  pieceCount: 2,
  hasSign: false,
  hasCaptions: false,
  sizeBytes: 12_000_000,
  session: SESSION,
  pieces: [
    piece('morning', '老街的早晨', { placeholderSign: true }),
    piece('film', '瑞虹的一天', { kind: 'film', duration: 540 }),
  ],
  ...more,
});

function show(months: readonly Issue[] | BookcaseError) {
  const bookcase: Bookcase = {
    clubs: () => Promise.resolve([CLUB]),
    issues: () => (months instanceof BookcaseError ? Promise.reject(months) : Promise.resolve(months)),
    issue: (id) => {
      const found = months instanceof BookcaseError ? undefined : months.find((one) => one.id === id);
      return found ? Promise.resolve(found) : Promise.reject(new BookcaseError('not-found'));
    },
    piece: () => Promise.reject(new BookcaseError('not-found')),
    terms: () => Promise.resolve({ terms: [], missing: [] }),
    urlOf: (blob) => `/shelf/${blob.href}`,
    refresh: () => Promise.resolve(false),
  };
  render(
    <BookcaseContext.Provider value={bookcase}>
      <HomePage />
    </BookcaseContext.Provider>,
  );
}

/** By what is written on it: the test page knows no styles, so it reads every box as a word of its own. */
async function link(text: RegExp): Promise<HTMLElement> {
  const found = (await screen.findAllByRole('link')).find((one) => text.test(one.textContent));
  if (!found) throw new Error(`No link ${text}`);
  return found;
}

beforeAll(() => loadNamespaces(['common', 'ui', 'problem', 'home', 'library']));
beforeEach(() => updateSettings({ club: 'silent-world' }));
afterEach(async () => {
  cleanup();
  await changePerson();
});

describe('the month', () => {
  it('opens with the club, the issue and its first piece to start with', async () => {
    show([issue()]);
    expect(await screen.findByRole('heading', { level: 1, name: '无声世界读书会' })).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('从虹镇老街到瑞虹新城');
    expect(screen.getByRole('link', { name: '开始读' }).getAttribute('href')).toBe(
      '/read/2026-11-silent-world/morning',
    );
  });

  it('goes on where this tablet was left', async () => {
    const sentence = v.parse(SentenceIdSchema, 's12');
    const place = { issue: '2026-11-silent-world', piece: 'morning', sentence, index: 11, total: 24 };
    await saveProgress({ ...place, timeSeconds: 0, finished: false });
    show([issue()]);
    const goOn = await screen.findByRole('link', { name: '接着读' });
    expect(goOn.getAttribute('href')).toBe('/read/2026-11-silent-world/morning');
    expect(screen.getByText('第 12 句，共 24 句')).toBeTruthy();
    expect((await link(/^老街的早晨/u)).textContent).toContain('读到第 12 句');
  });

  it('says of each piece what it is, how long, and never calls a stand-in signing', async () => {
    show([issue()]);
    const morning = await link(/^老街的早晨/u);
    expect(morning.textContent).toContain('读物 24 句 860 字');
    expect(morning.textContent).toContain('示例');
    expect(morning.textContent).not.toContain('手语');
    expect((await link(/^瑞虹的一天/u)).textContent).toMatch(/影片 9\s?分钟/u);
  });

  it('keeps a piece of the daily series for its day and says when that is', async () => {
    show([
      issue({
        pieces: [piece('morning', '老街的早晨'), piece('bell', '门铃亮了', { showFrom: '2999-12-02' })],
      }),
    ]);
    expect(await screen.findByText(/12月2日还有一篇：《门铃亮了》/u)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /门铃亮了/u })).toBeNull();
  });

  it('tells when and where the club meets and offers it to the calendar', async () => {
    show([issue()]);
    const next = await screen.findByRole('region', { name: '下次活动' });
    expect(next.textContent).toContain('社区中心二楼阅览室');
    expect(next.textContent).toContain('手语翻译：手语老师');
    expect(next.textContent).toMatch(/下午\s?2:00/u);
    expect(screen.getByRole('button', { name: '记到日历里' })).toBeTruthy();
  });

  it('offers no calendar for a meeting that is over', async () => {
    show([issue({ session: { ...SESSION, date: '2020-01-01' } })]);
    expect(await screen.findByRole('region', { name: '这次活动已经结束' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '记到日历里' })).toBeNull();
  });

  it('leads to the months before and to the other club', async () => {
    show([issue(), issue({ id: '2026-10-silent-world', month: '2026-10', title: '外白渡桥' })]);
    const earlier = await link(/10月\s*外白渡桥/u);
    expect(earlier.getAttribute('href')).toBe('/issue/2026-10-silent-world');
    expect(screen.getByRole('link', { name: '换班' }).getAttribute('href')).toBe('/display#club');
  });

  it('has a sentence when there is nothing yet, and one when it cannot be opened', async () => {
    show([]);
    expect(await screen.findByText('这个班还没有月刊')).toBeTruthy();
    cleanup();
    show(new BookcaseError('offline'));
    expect((await screen.findByRole('alert')).textContent).toContain('现在没有网络');
  });
});
