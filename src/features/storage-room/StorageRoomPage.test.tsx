// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Library } from '../../library/library.ts';
import {
  stored,
  queued,
  show,
  shelf,
  region,
  press,
  NOW,
  OLD,
  OLDEST,
  openRoom,
  leaveRoom,
} from './room-fixture.tsx';

beforeAll(openRoom);
afterEach(leaveRoom);

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

  it('says that a pack broke off, that it can be put in again, and what the network would have to bring', async () => {
    const library = shelf({ [OLD]: { state: 'paused', doneBytes: 20e6, sizeBytes: 120e6, isCutOff: true } });
    await show(library);
    const coming = region('正在存');
    expect(coming.textContent).toContain('离线包放到一半断了');
    expect(coming.textContent).toContain('再放一次离线包，会接着来');
    expect(coming.textContent).toMatch(/还要 100\s?兆/u);
    press(/^接着存/u, coming);
    expect(library.asked).toEqual([`resume ${OLD}`]);
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
