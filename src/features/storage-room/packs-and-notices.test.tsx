// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ImportError, type Library } from '../../library/library.ts';
import {
  stored,
  show,
  shelf,
  region,
  press,
  choose,
  refusing,
  PACK,
  NOW,
  OLD,
  openRoom,
  leaveRoom,
} from './room-fixture.tsx';

beforeAll(openRoom);
afterEach(leaveRoom);

/** On a stick that does not answer. */
class NeverRead extends Blob {
  override arrayBuffer = (): Promise<ArrayBuffer> => new Promise(() => undefined);
}

describe('a pack', () => {
  it('is put in and reported by title', async () => {
    const report = { installed: [NOW], incomplete: [OLD], isNewerCatalogue: true };
    await show(shelf({}, { importFrom: () => Promise.resolve(report) }));
    choose(PACK);
    expect(await screen.findByText('放好了：从虹镇老街到瑞虹新城')).toBeTruthy();
    expect(screen.getByText(/离线包里不全：外白渡桥/u)).toBeTruthy();
  });

  it('takes the report of the one before away as soon as it is chosen, before anything of it was read', async () => {
    const report = { installed: [NOW], incomplete: [], isNewerCatalogue: true };
    await show(shelf({}, { importFrom: () => Promise.resolve(report) }));
    choose(PACK);
    await screen.findByText('放好了：从虹镇老街到瑞虹新城');
    const slow = new File(['x'], 'same-page-2026-10.samepage.zip');
    vi.spyOn(slow, 'slice').mockReturnValue(new NeverRead());
    choose(slow);
    await waitFor(() => expect(screen.queryByText(/^放好了：/u)).toBeNull());
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
    library.notice.value = { kind: 'expired', since: '2026-10-31T12:00:00Z' };
    await show(library);
    expect(screen.getByRole('alert').textContent).toContain('2026年10月31日');
    expect(region('这台平板上有').textContent).toContain('已经存好');
  });

  it('a browser that cannot store says so and how to get one that can', async () => {
    await show(null);
    expect(screen.getByText('这个浏览器存不了月刊')).toBeTruthy();
  });
});
