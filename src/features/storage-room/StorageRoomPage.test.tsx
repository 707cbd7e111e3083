// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Club, IssueSummary } from '../../core/shelf/issue.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { BookcaseContext } from '../../library/bookcase-context.tsx';
import { LibraryContext } from '../../library/library-context.tsx';
import { ImportError, type IssueState, type Library } from '../../library/library.ts';
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
const [NOW, OLD, OLDEST] = ['2026-11-silent-world', '2026-10-silent-world', '2026-09-silent-world'] as const;
const SHELF = [
  summary('2026-11', '从虹镇老街到瑞虹新城'),
  summary('2026-10', '外白渡桥'),
  summary('2026-09', '一碗阳春面'),
];

const stored: IssueState = {
  state: 'stored',
  installedMs: Date.UTC(2026, 10, 3, 4),
  verifiedMs: Date.UTC(2026, 10, 5, 4),
  sizeBytes: 386e6,
  revisionWaiting: false,
};
const queued: IssueState = { state: 'queued', doneBytes: 0, sizeBytes: 120e6 };

async function show(library: FakeLibrary | null): Promise<void> {
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
const shelf = (issues: Readonly<Record<string, IssueState>>, answers: Partial<Library> = {}) =>
  createFakeLibrary(issues, answers);
const region = (name: string) => screen.getByRole('region', { name });
const press = (name: string | RegExp, where: HTMLElement = document.body) =>
  fireEvent.click(within(where).getByRole('button', { name }));
function choose(file: File): void {
  fireEvent.change(screen.getByLabelText('选一个离线包', { selector: 'input' }), {
    target: { files: [file] },
  });
}
const refusing = (reason: Error) => () => Promise.reject(reason);
const PACK = new File(['x'], 'same-page-2026-11.samepage.zip');

beforeAll(() => loadNamespaces(['common', 'ui', 'storage-room', 'library', 'pack']));
afterEach(() => {
  cleanup();
  for (const task of [verifying, importing, exporting]) task.reset();
  vi.unstubAllGlobals();
});

describe('what is on the tablet', () => {
  it('is said with size, day and when it was checked', async () => {
    await show(shelf({ [OLD]: stored }));
    const here = region('这台平板上有');
    expect(here.textContent).toContain('1 期，386 兆');
    expect(here.textContent).toContain('11月3日存的，11月5日检查过');
    expect(within(here).getByRole('link').getAttribute('href')).toBe(`/issue/${OLD}`);
  });

  it('is only removed after asking, and the month in use says that it is', async () => {
    const library = shelf({ [NOW]: stored });
    await show(library);
    press(/^拿掉/u, region('这台平板上有'));
    const sheet = await screen.findByRole('dialog');
    expect(sheet.textContent).toContain('现在在用的一期');
    expect(library.asked).toEqual([]);
    press('拿掉', sheet);
    await waitFor(() => expect(library.asked).toEqual([`remove ${NOW}`]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stays in sight with a sentence when it could not be removed', async () => {
    await show(shelf({ [OLD]: stored }, { remove: () => Promise.reject(new Error('busy')) }));
    press(/^拿掉/u, region('这台平板上有'));
    const sheet = await screen.findByRole('dialog');
    press('拿掉', sheet);
    expect(await within(sheet).findByText('没有拿掉，请再试一次。')).toBeTruthy();
  });

  it('is checked on request, and damage is named with what is done about it', async () => {
    const damaged = { checkedBytes: 386e6, checkedFiles: 30, damaged: [OLD] };
    await show(shelf({ [OLD]: stored }, { verifyAll: () => Promise.resolve(damaged) }));
    press('全部检查一遍');
    expect(await screen.findByText('1 期有文件坏了，已经去补：外白渡桥')).toBeTruthy();
  });

  it('can be stopped from being checked', async () => {
    const never: Library['verifyAll'] = (onProgress, signal) => {
      onProgress({ doneBytes: 100e6, totalBytes: 386e6 });
      return new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('stopped'))),
      );
    };
    await show(shelf({ [OLD]: stored }, { verifyAll: never }));
    press('全部检查一遍');
    const bar = await screen.findByRole('progressbar', { name: '正在一个文件一个文件地检查' });
    expect(bar.getAttribute('aria-valuetext')).toBe('查了 100 兆，共 386 兆');
    press('不查了');
    expect(await screen.findByText('停下了，没有查完。')).toBeTruthy();
  });

  it('is said to be nothing when it is nothing, with how months get here', async () => {
    await show(shelf({}));
    expect(screen.getByText('还没有存好的月刊')).toBeTruthy();
  });
});

describe('what is coming', () => {
  it('shows how far, how fast and how long, and can be stopped', async () => {
    const library = shelf({ [NOW]: { state: 'running', doneBytes: 0, sizeBytes: 386e6 } });
    library.transfer.value = {
      issue: NOW,
      doneBytes: 240e6,
      totalBytes: 386e6,
      bytesPerSecond: 2.3e6,
      remainingSeconds: 180,
      waitingFor: null,
      source: 'http',
    };
    await show(library);
    const coming = region('正在存');
    const bar = within(coming).getByRole('progressbar', { name: '存到哪里了' });
    expect(bar.getAttribute('aria-valuetext')).toBe('240 兆，共 386 兆');
    expect(coming.textContent).toMatch(/每秒 2.3 兆.*大约还要 3\s?分/u);
    press(/^停一下/u, coming);
    expect(library.asked).toEqual([`pause ${NOW}`]);
  });

  it('can be put in another order, without a way out of the list', async () => {
    const library = shelf({ [OLD]: queued, [OLDEST]: queued });
    await show(library);
    const [first, second] = within(region('正在存')).getAllByRole('listitem');
    if (!first || !second) throw new Error('Two in line');
    expect(within(first).queryByRole('button', { name: /^往前排/u })).toBeNull();
    press(/^往后排/u, first);
    press(/^往前排/u, second);
    press(/^不存了/u, second);
    expect(library.asked).toEqual([`moveDown ${OLD}`, `moveUp ${OLDEST}`, `cancel ${OLDEST}`]);
  });

  it('asks before it costs money', async () => {
    const library = shelf({
      [OLD]: { state: 'waiting', doneBytes: 30e6, sizeBytes: 80e6, reason: 'metered' },
    });
    await show(library);
    expect(screen.getByText('按流量计费，要现在存吗？')).toBeTruthy();
    press(/^现在存/u);
    expect(library.asked).toEqual([`resume ${OLD}`]);
  });

  it.each([
    ['network', '没有网络，连上了自己接着存'],
    ['captive-portal', '这个网络要先登录，登录后接着存'],
    ['busy', '同页在另一个窗口里正在存'],
  ] as const)('says what it waits for: %s', async (reason, words) => {
    await show(shelf({ [OLD]: { state: 'waiting', doneBytes: 0, sizeBytes: 80e6, reason } }));
    expect(screen.getByText(words)).toBeTruthy();
  });
});

describe('a full tablet', () => {
  it('offers the oldest first, one tap each, never the month in use', async () => {
    const library = shelf({
      [NOW]: { state: 'failed', fault: 'full', doneBytes: 266e6, sizeBytes: 386e6 },
      [OLD]: stored,
      [OLDEST]: stored,
    });
    await show(library);
    const room = region('平板上的地方');
    const offers = within(room).getAllByRole('button', { name: /^拿掉，腾出 386 兆/u });
    expect(offers).toHaveLength(2);
    if (offers[0]) fireEvent.click(offers[0]);
    expect(library.asked).toEqual([`remove ${OLDEST}`]);
  });

  it('says what else can be done when no month can go', async () => {
    await show(shelf({ [NOW]: { state: 'failed', fault: 'full', doneBytes: 1, sizeBytes: 2 } }));
    expect(region('平板上的地方').textContent).toContain('照片和录像');
  });
});

describe('asking the browser to keep it', () => {
  it('shows a no as a no, with what helps', async () => {
    await show(shelf({ [OLD]: stored }));
    press('请浏览器保留');
    expect(await screen.findByText(/浏览器没有答应/u)).toBeTruthy();
  });

  it('shows a yes that was given', async () => {
    const library = shelf({ [OLD]: stored });
    library.room.value = { usedBytes: 1, quotaBytes: null, persisted: true, store: 'indexeddb' };
    await show(library);
    expect(screen.getByText('浏览器答应了：不会自己清掉月刊。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '请浏览器保留' })).toBeNull();
    expect(region('平板上的地方').textContent).toContain('浏览器没有说还能放多少');
  });
});

describe('a pack', () => {
  it('is put in and reported by title', async () => {
    const report = { installed: [NOW], incomplete: [OLD], isNewerCatalogue: true };
    await show(shelf({}, { importFrom: () => Promise.resolve(report) }));
    choose(PACK);
    expect(await screen.findByText('放好了：从虹镇老街到瑞虹新城')).toBeTruthy();
    expect(screen.getByText(/离线包里不全：外白渡桥/u)).toBeTruthy();
  });

  it.each([
    [new ImportError('not-verified'), /不是这个书架做的/u],
    [new ImportError('not-a-pack', '', { packFault: 'truncated' }), /只复制了一半/u],
    [new TypeError('x'), /断了/u],
  ])('that is refused says why', async (error, words) => {
    await show(shelf({}, { importFrom: refusing(error) }));
    choose(PACK);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: '选一个离线包' })).toBeTruthy();
  });

  it('that does not fit leads to where room is made', async () => {
    await show(shelf({}, { importFrom: () => Promise.reject(new ImportError('full')) }));
    choose(PACK);
    expect((await screen.findByRole('link', { name: '清出地方' })).getAttribute('href')).toBe('#room');
  });

  it('with another key leads to where the keys are compared', async () => {
    const library = shelf({}, { importFrom: () => Promise.reject(new ImportError('key-changed')) });
    library.notice.value = { kind: 'key-changed', pinned: 'aaaa', offered: 'bbbb' };
    await show(library);
    choose(PACK);
    const link = await screen.findByRole('link', { name: '核对钥匙' });
    expect(document.querySelector(link.getAttribute('href') ?? '')?.textContent).toContain('书架换了钥匙');
  });

  it('is made of the months that are chosen', async () => {
    const asked: (readonly string[])[] = [];
    const write = new Uint8Array([80, 75]);
    const exportPack: Library['exportPack'] = async (issues, to) => {
      asked.push(issues);
      await to(write, 1);
      return 1;
    };
    vi.stubGlobal('showSaveFilePicker', undefined);
    await show(shelf({ [NOW]: stored, [OLD]: stored }, { exportPack }));
    const made = region('做离线包');
    const [newest] = within(made).getAllByRole('checkbox');
    if (newest) fireEvent.click(newest);
    press('做成离线包', made);
    expect(await screen.findByText(/same-page-2026-10\.samepage\.zip/u)).toBeTruthy();
    expect(asked).toEqual([[OLD]]);
  });

  it('is not made of nothing, and says so', async () => {
    await show(shelf({ [OLD]: stored }));
    const made = region('做离线包');
    fireEvent.click(within(made).getByRole('checkbox'));
    expect(within(made).getByRole('button', { name: '做成离线包' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    expect(within(made).getByText('先选上至少一期')).toBeTruthy();
  });
});

describe('what a person must know', () => {
  it('a changed key is used only after both fingerprints were in sight', async () => {
    const consented = vi.fn<Library['consentToKey']>(() => Promise.resolve());
    const library = shelf({}, { consentToKey: consented });
    library.notice.value = { kind: 'key-changed', pinned: 'aaaa 1111', offered: 'bbbb 2222' };
    await show(library);
    expect(screen.queryByText('bbbb')).toBeNull();
    press('核对钥匙');
    const sheet = await screen.findByRole('dialog');
    expect(within(sheet).getByRole('list', { name: '原来的钥匙' }).textContent).toBe('aaaa1111');
    expect(within(sheet).getByRole('list', { name: '新的钥匙' }).textContent).toBe('bbbb2222');
    expect(consented).not.toHaveBeenCalled();
    press('核对过了，用新的钥匙', sheet);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(consented.mock.calls).toEqual([['bbbb 2222']]);
  });

  it('lost storage is one sentence, and goes when it was read', async () => {
    const library = shelf({});
    library.notice.value = { kind: 'storage-lost', issues: [OLD], isMending: true };
    await show(library);
    expect(screen.getByRole('alert').textContent).toContain('少了 1 期，正在重新存');
    press('知道了');
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('an old catalogue takes nothing away', async () => {
    const library = shelf({ [OLD]: stored });
    library.notice.value = { kind: 'expired', since: '2026-10-31T04:00:00Z' };
    await show(library);
    expect(screen.getByRole('alert').textContent).toContain('2026年10月31日');
    expect(region('这台平板上有').textContent).toContain('已经存好');
  });

  it('a browser that cannot store says so and how to get one that can', async () => {
    await show(null);
    expect(screen.getByText('这个浏览器存不了月刊')).toBeTruthy();
  });
});
