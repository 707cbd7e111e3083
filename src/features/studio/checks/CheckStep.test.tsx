// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { draftIssue, draftPiece, draftTrack, sentenceId } from '../../../authoring/draft/fixture.ts';
import { club } from '../../../core/shelf/fixture.ts';
import { loadNamespaces, setLanguage } from '../../../i18n/i18n.ts';
import { createMemoryDesk } from '../shared/memory-desk.ts';
import { CheckStep } from './CheckStep.tsx';
import type { Examine } from './use-examination.ts';

beforeAll(async () => {
  await setLanguage('zh-Hans');
  await loadNamespaces(['studio', 'studio-checks', 'ui', 'common']);
});
afterEach(cleanup);

const nothing: Examine = async () => [[], [], [], []];

function open(more: Parameters<typeof draftPiece>[0] = {}, examine = nothing) {
  const piece = draftPiece(more);
  const desk = createMemoryDesk({ club, issue: draftIssue(), piece });
  // Every file the month names is there.
  vi.spyOn(desk.attachments, 'open').mockImplementation(async () => new Blob(['x']));
  render(
    <LocationProvider>
      <CheckStep desk={desk} pieces={signal([piece])} examine={examine} />
    </LocationProvider>,
  );
  return desk;
}
const uncovered = { tracks: [draftTrack({ marks: [{ sentence: sentenceId('s1'), start: 0 }] })] };

describe('the check step', () => {
  it('says that a whole piece may be published', () => {
    open();
    expect(screen.getByText('这一篇可以发布了')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('says what forbids release, the cure, and leads to the place', () => {
    open({ tracks: [] });
    const group = screen.getByRole('region', { name: /还不能发布（1）/u });
    expect(within(group).getByText(/还没有手语视频/u)).toBeTruthy();
    expect(within(group).getByText(/录制，或者导入/u)).toBeTruthy();
    const link = within(group).getByRole('link', { name: '去“手语”' });
    expect(link.getAttribute('href')).toBe('/studio/2026-12-silent-world/morning/sign');
    expect(within(group).queryByRole('textbox')).toBeNull();
  });

  it('takes a reason for a warning, keeps it in the month, and can take it back by undo', async () => {
    const desk = open(uncovered);
    const field = screen.getByRole('textbox', { name: /为什么可以这样/u });
    fireEvent.focus(field);
    fireEvent.input(field, { target: { value: '出处，不打手语' } });
    expect(desk.issue.value.reasons).toEqual({ 'sentences-uncovered@morning/sign-csl#s2': '出处，不打手语' });
    expect(screen.getByRole('region', { name: /请写一句原因（1）/u })).toBeTruthy();
    fireEvent.blur(field);
    expect(await screen.findByRole('region', { name: /写了原因的（1）/u })).toBeTruthy();
    expect(screen.getByText('这一篇可以发布了')).toBeTruthy();
    desk.undo();
    expect(await screen.findByRole('region', { name: /请写一句原因（1）/u })).toBeTruthy();
  });

  it('writes what is often said with one tap', async () => {
    const desk = open(uncovered);
    fireEvent.click(screen.getByRole('button', { name: '是出处或说明，不用打手语' }));
    await waitFor(() =>
      expect(Object.values(desk.issue.value.reasons)).toEqual(['是出处或说明，不用打手语']),
    );
  });

  it('adds what axe found in the preview, and says when it could not look', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const rule = {
      rule: 'image-alt',
      impact: 'critical',
      help: 'x',
      places: [{ selector: 'img', text: '' }],
    };
    open({}, async () => [[rule], [], [], []]);
    expect(screen.getByText(/正在预览里检查/u)).toBeTruthy();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await screen.findByText('有一张图没有文字说明。')).toBeTruthy();
    expect(screen.getByText(/有 1 个问题/u)).toBeTruthy();
    cleanup();
    open({}, () => Promise.reject(new Error('no frame')));
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await screen.findByText(/没能检查/u)).toBeTruthy();
    log.mockRestore();
    vi.useRealTimers();
  });

  it('names a file the store has lost', async () => {
    const desk = open();
    vi.mocked(desk.attachments.open).mockResolvedValue(null);
    cleanup();
    render(
      <LocationProvider>
        <CheckStep desk={desk} pieces={signal([desk.piece.value])} examine={nothing} />
      </LocationProvider>,
    );
    expect(await screen.findByText(/手语\.mp4.*找不到了/u)).toBeTruthy();
  });
});
