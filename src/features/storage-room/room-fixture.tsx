/** The storage room over a library that does as it is told. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { vi } from 'vitest';
import type { Club, IssueSummary } from '../../core/shelf/issue.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { LibraryContext } from '../../library/library-context.tsx';
import { type IssueState, type Library } from '../../library/library.ts';
import { createFakeLibrary, type FakeLibrary } from './fake-library.ts';
import StorageRoomPage from './StorageRoomPage.tsx';
import { exporting, importing, verifying } from './tasks.ts';

const CLUB: Club = {
  id: 'silent-world',
  name: { 'zh-Hans': '无声世界读书会', 'zh-Hant': '無聲世界讀書會', en: 'Silent World' },
  description: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  motif: 'hands',
  requires: { reading: [], film: [], recitation: [], gallery: [] },
};
const summary = (month: string, title: string): IssueSummary => ({
  id: `${month}-silent-world`,
  club: 'silent-world',
  month,
  title,
  summary: '',
  cover: { href: 'blobs/cover.svg', sha256: '', size: 1, type: 'image/svg+xml' },
  pieceCount: 1,
  hasSign: false,
  hasCaptions: false,
  sizeBytes: 1,
});
export const [NOW, OLD, OLDEST] = [
  '2026-11-silent-world',
  '2026-10-silent-world',
  '2026-09-silent-world',
] as const;
const SHELF = [
  summary('2026-11', '从虹镇老街到瑞虹新城'),
  summary('2026-10', '外白渡桥'),
  summary('2026-09', '一碗阳春面'),
];

export const stored: IssueState = {
  state: 'stored',
  installedMs: Date.UTC(2026, 10, 3, 12),
  verifiedMs: Date.UTC(2026, 10, 5, 12),
  sizeBytes: 386e6,
  revisionWaiting: false,
};
export const queued: IssueState = { state: 'queued', doneBytes: 0, sizeBytes: 120e6 };

export async function show(library: FakeLibrary | null): Promise<void> {
  const bookcase: Bookcase = {
    clubs: () => Promise.resolve([CLUB]),
    issues: () => Promise.resolve(SHELF),
    issue: () => Promise.reject(new Error('not asked for')),
    piece: () => Promise.reject(new Error('not asked for')),
    terms: () => Promise.resolve({ terms: [], missing: [] }),
    urlOf: (blob) => `/shelf/${blob.href}`,
    refresh: () => Promise.resolve(false),
  };
  render(
    <BookcaseContext.Provider value={bookcase}>
      <LibraryContext.Provider value={library}>
        <StorageRoomPage />
      </LibraryContext.Provider>
    </BookcaseContext.Provider>,
  );
  await screen.findByRole('heading', { level: 1, name: '存储' });
  if (library) await screen.findByRole('region', { name: '放进离线包' });
}
export const shelf = (issues: Readonly<Record<string, IssueState>>, answers: Partial<Library> = {}) =>
  createFakeLibrary(issues, answers);
export const region = (name: string) => screen.getByRole('region', { name });
export const press = (name: string | RegExp, where: HTMLElement = document.body) =>
  fireEvent.click(within(where).getByRole('button', { name }));
export function choose(file: File): void {
  fireEvent.change(screen.getByLabelText('选一个离线包', { selector: 'input' }), {
    target: { files: [file] },
  });
}
export const refusing = (reason: Error) => () => Promise.reject(reason);
export const PACK = new File(['x'], 'same-page-2026-11.samepage.zip');
export const openRoom = (): Promise<void> =>
  loadNamespaces(['common', 'ui', 'storage-room', 'library', 'pack']);
export function leaveRoom(): void {
  cleanup();
  for (const task of [verifying, importing, exporting]) task.reset();
  vi.unstubAllGlobals();
}
