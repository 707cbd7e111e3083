// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadNamespaces } from '../i18n/i18n.ts';
import { LibraryContext } from '../library/library-context.tsx';
import type { IssueState, Library, LibraryNotice } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { noteAnswer } from '../library/reach.ts';

const LOST = {
  kind: 'storage-lost',
  issues: ['2026-11-silent-world', '2026-10-silent-world'],
  isMending: false,
} as const;
const KEY = { kind: 'key-changed', pinned: 'aaaa', offered: 'bbbb' } as const;
const stored: IssueState = {
  state: 'stored',
  installedMs: 1,
  verifiedMs: 1,
  sizeBytes: 1,
  revisionWaiting: false,
};

let notice = signal<LibraryNotice | null>(null);
let issues = signal<ReadonlyMap<string, IssueState>>(new Map());
let Notices: ComponentType<{ quiet: boolean }>;

function show({ path = '/', quiet = false } = {}): void {
  history.replaceState(null, '', path);
  const library: Library = {
    ...openLibrary().library,
    notice,
    issues,
    dismissNotice: () => void (notice.value = null),
  };
  render(
    <LocationProvider>
      <LibraryContext.Provider value={library}>
        <Notices quiet={quiet} />
      </LibraryContext.Provider>
    </LocationProvider>,
  );
}

beforeAll(async () => {
  // happy-dom has no service worker; a tablet that keeps things has.
  Object.defineProperty(navigator, 'serviceWorker', { value: {}, configurable: true });
  await loadNamespaces(['app']);
  ({ Notices } = await import('./Notices.tsx'));
});
beforeEach(() => {
  notice = signal(null);
  issues = signal(new Map());
});
afterEach(() => {
  cleanup();
  noteAnswer(true);
});

describe('what became of the months on this tablet', () => {
  it('is one sentence on any page, with the way to the storage room, and goes when it was read', async () => {
    notice.value = LOST;
    show();
    await screen.findByText('平板清掉了 2 期存好的月刊。连上网会自己存回来。');
    expect(screen.getByRole('link', { name: '去存储看看' }).getAttribute('href')).toBe('/storage');
    screen.getByRole('button', { name: '知道了' }).click();
    await expect.poll(() => screen.queryByText(/平板清掉了/u)).toBeNull();
  });

  it('says that it is being mended while it is', async () => {
    notice.value = { ...LOST, isMending: true };
    show();
    expect(await screen.findByText('平板清掉了 2 期存好的月刊，正在重新存。')).toBeTruthy();
  });

  it('a changed key cannot be waved away', async () => {
    notice.value = KEY;
    show();
    expect(await screen.findByText(/书架换了钥匙/u)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is not said twice in the storage room, nor over somebody’s reading', () => {
    notice.value = LOST;
    show({ path: '/storage' });
    show({ quiet: true });
    expect(screen.queryByText(/平板清掉了/u)).toBeNull();
  });
});

describe('without a network', () => {
  beforeEach(() => noteAnswer(false));

  it('nothing is claimed before the library has looked', async () => {
    show();
    expect(await screen.findByText('现在没有网络。')).toBeTruthy();
  });

  it('stored months are named as what still works, with signing and films', async () => {
    issues.value = new Map([
      ['a', stored],
      ['b', { state: 'not-here', sizeBytes: 1 }],
    ]);
    show();
    expect(await screen.findByText('现在没有网络。存好的 1 期照样能看，手语和影片也能看。')).toBeTruthy();
  });

  it('with none stored, signing and films wait for the network', async () => {
    issues.value = new Map([['b', { state: 'not-here', sizeBytes: 1 }]]);
    show();
    expect(await screen.findByText(/手语和影片要等连上网络/u)).toBeTruthy();
  });
});
