// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SentenceIdSchema } from '../core/reading/model.ts';
import { loadNamespaces } from '../i18n/i18n.ts';
import { CaptionBand } from './CaptionBand.tsx';
import { createFakeTransport, type FakeTransport } from './fake-transport.ts';
import { createSentencePlayer } from './sentence-engine.ts';
import { SentenceControls } from './SentenceControls.tsx';
import { Timeline } from './Timeline.tsx';

beforeAll(() => loadNamespaces(['common', 'player']));
afterEach(cleanup);

const ids = ['s1', 's2'].map((name) => v.parse(SentenceIdSchema, name));
const cues = ids.map((sentence, index) => ({ sentence, start: index * 70, end: index * 70 + 60 }));
const open = () => createSentencePlayer<FakeTransport>({ cues, sentences: ids }, createFakeTransport);
const button = (name: string) => screen.getByRole('button', { name });

describe('the bar under a piece', () => {
  it('goes sentence by sentence, plays and pauses', async () => {
    const { player } = open();
    render(<SentenceControls player={player} onSpeed={() => {}} />);
    fireEvent.click(button('下一句'));
    expect(player.current.value).toBe('s1');
    fireEvent.click(await screen.findByRole('button', { name: '暂停' }));
    expect(player.playing.value).toBe(false);
    expect(await screen.findByRole('button', { name: '播放' })).toBeTruthy();
  });

  it('逐句停 is a toggle that lasts', async () => {
    const { player } = open();
    const onPauseEach = vi.fn<(on: boolean) => void>();
    render(<SentenceControls player={player} onSpeed={() => {}} onPauseEach={onPauseEach} />);
    fireEvent.click(button('逐句停'));
    expect(onPauseEach).toHaveBeenCalledWith(true);
    expect(player.pauseAfterSentence.value).toBe(true);
  });
});

describe('the time line', () => {
  it('says its place in words and goes where it is moved', () => {
    const { player, transport } = open();
    player.seek(65);
    render(<Timeline player={player} cues={cues} />);
    const line = screen.getByRole('slider', { name: '播放位置' });
    expect(line.getAttribute('aria-valuetext')).toBe('1 分 5 秒，共 1 分 0 秒');
    fireEvent.input(line, { target: { value: '30' } });
    expect(transport.now()).toBe(30);
  });
});

describe('the caption band', () => {
  it('shows a caption from the first frame at its time, page by page, and nothing between', async () => {
    const { player } = open();
    const captions = [{ start: 2, end: 6, text: '老住户：这里原来是一条窄路，下雨天要踩着砖头走。' }];
    const { container } = render(
      <CaptionBand
        captions={captions}
        language="zh-Hans"
        frameSeconds={player.frameSeconds}
        charactersPerLine={8}
      />,
    );
    const shown = async (seconds: number) => {
      player.seek(seconds);
      await Promise.resolve();
      return [...container.querySelectorAll('[data-caption] > span')].map((line) => line.textContent ?? '');
    };
    expect(await shown(1.9)).toEqual([]);
    const first = await shown(2);
    const last = await shown(5.9);
    expect(first.length).toBeLessThanOrEqual(2);
    expect(first.every((line) => line.length <= 8)).toBe(true);
    expect(first[0]).toMatch(/^老住户/u);
    expect(last).not.toEqual(first);
    expect(await shown(6.1)).toEqual([]);
  });
});
