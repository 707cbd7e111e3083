// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadNamespaces } from '../../i18n/i18n.ts';
import type { PieceProps } from '../piece-props.ts';
import { piece, pieceProps, sentenceId, settings, track } from './fixture.ts';
import { ReadingPiece } from './ReadingPiece.tsx';

beforeAll(() => loadNamespaces(['reading', 'common', 'player']));
beforeEach(() => {
  // The engine here plays nothing: what is asked of it is what counts.
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(more: Partial<PieceProps> = {}) {
  const onProgress = vi.fn<PieceProps['onProgress']>();
  const onSettings = vi.fn<PieceProps['onSettings']>();
  const view = render(<ReadingPiece {...pieceProps({ onProgress, onSettings, ...more })} />);
  const current = () => view.container.querySelector('[aria-current="true"]')?.getAttribute('data-sentence');
  return { ...view, onProgress, onSettings, current };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a reading', () => {
  it('opens at the sentence it was left at and says where that is', () => {
    const { current, onProgress } = open({ start: sentenceId('s3') });
    expect(current()).toBe('s3');
    expect(onProgress).toHaveBeenLastCalledWith({
      sentence: 's3',
      index: 2,
      total: 5,
      timeSeconds: 4,
      finished: false,
    });
  });

  it('goes on and back by a sentence, and knows the end', async () => {
    const { current, onProgress } = open({ start: sentenceId('s4') });
    fireEvent.click(button('下一句'));
    await vi.waitFor(() => expect(current()).toBe('s5'), { timeout: 15_000 });
    expect(onProgress).toHaveBeenLastCalledWith(expect.objectContaining({ finished: true }));
    fireEvent.click(button('上一句'));
    await vi.waitFor(() => expect(current()).toBe('s4'), { timeout: 15_000 });
  });

  it('has a signer beside the text whose size changes through 中, 大 and 全', () => {
    const { onSettings } = open({ settings: settings({ signSize: 'half' }) });
    expect(screen.getByLabelText('手语：国家通用手语')).toBeTruthy();
    fireEvent.click(button('手语大小 大'));
    expect(onSettings).toHaveBeenCalledWith({ signSize: 'full' });
  });

  it('repeats a sentence, shows that it does, and stops with one tap', async () => {
    open();
    fireEvent.click(button('重复'));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '重复第 1 句' }));
    await screen.findByText('正在重复第 1 句');
    fireEvent.click(button('不重复了'));
    await vi.waitFor(() => expect(screen.queryByText('正在重复第 1 句')).toBeNull(), { timeout: 15_000 });
  });

  it('repeats from one sentence to another', async () => {
    open({ start: sentenceId('s2') });
    fireEvent.click(button('重复'));
    fireEvent.click(button('从第 2 句到……'));
    fireEvent.click(button('下一句'));
    fireEvent.click(await screen.findByRole('button', { name: '到这句为止' }));
    expect(await screen.findByText('正在重复第 2 到第 3 句')).toBeTruthy();
  });

  it('keeps 这句看不懂 and shows that it is kept', () => {
    const onNote = vi.fn<NonNullable<PieceProps['onNote']>>();
    const { rerender } = open({ onNote });
    fireEvent.click(button('这句看不懂'));
    expect(onNote).toHaveBeenCalledWith('s1', true);
    rerender(<ReadingPiece {...pieceProps({ onNote, noted: new Set([sentenceId('s1')]) })} />);
    const kept = button('这句看不懂，记下了');
    expect(kept.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(kept);
    expect(onNote).toHaveBeenLastCalledWith('s1', false);
  });

  it('opens the card of a word below the text and closes it', async () => {
    open();
    const [term] = screen.getAllByRole('button', { name: '弄堂' });
    if (!term) throw new Error('no term');
    fireEvent.click(term);
    const card = await screen.findByRole('complementary');
    expect(within(card).getByText('上海老房子中间的小路。')).toBeTruthy();
    fireEvent.click(within(card).getByRole('button', { name: '关上' }));
    await vi.waitFor(() => expect(screen.queryByRole('complementary')).toBeNull(), { timeout: 15_000 });
    expect(document.activeElement).toBe(term);
  });

  it('offers signing and reading aloud where there are both', async () => {
    const { container } = open({
      piece: piece({ tracks: [track('audio', 'audio', '朗读'), track('sign', 'sign', '国家通用手语')] }),
    });
    expect(container.querySelector('video')).not.toBeNull();
    fireEvent.click(button('看或听 手语'));
    fireEvent.click(screen.getByRole('radio', { name: /听朗读/u }));
    await vi.waitFor(() => expect(container.querySelector('audio')).not.toBeNull(), { timeout: 15_000 });
    expect(container.querySelector('video')).toBeNull();
  });

  it('can be read sentence by sentence without any track, with no button that does nothing', async () => {
    const { current } = open({ piece: piece({ tracks: [] }) });
    expect(screen.queryByRole('button', { name: '播放' })).toBeNull();
    expect(screen.queryByRole('button', { name: /速度/u })).toBeNull();
    fireEvent.click(button('下一句'));
    await vi.waitFor(() => expect(current()).toBe('s2'), { timeout: 15_000 });
  });

  it('shows one sentence a screen in 逐句, and how far it is', () => {
    open({ settings: settings({ solo: true }), start: sentenceId('s2') });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('第 2 句，共 5 句');
  });

  it('ends with the questions and the way to the next piece', () => {
    open({ next: { href: '/read/i/next', title: '垃圾分类', kind: 'reading' } });
    expect(screen.getByText('您小时候住在哪里？')).toBeTruthy();
    expect(screen.getByRole('link', { name: '下一篇：垃圾分类' }).getAttribute('href')).toBe('/read/i/next');
  });

  it('explains its keys', async () => {
    open();
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByRole('heading', { name: '键盘怎么用' })).toBeTruthy();
    expect(screen.getByText('播放这一句，或打开词语')).toBeTruthy();
  });
});
