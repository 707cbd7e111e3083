// @vitest-environment happy-dom
import { computed } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  draftIssue,
  draftPiece,
  draftTrack,
  examinedIssue,
  sentenceId,
} from '../../../authoring/draft/fixture.ts';
import { club } from '../../../core/shelf/fixture.ts';
import { loadNamespaces, setLanguage } from '../../../i18n/i18n.ts';
import type { Desk } from '../shared/desk.ts';
import type { Look } from '../shared/examine-piece.ts';
import { createMemoryDesk } from '../shared/memory-desk.ts';
import { CheckStep } from './CheckStep.tsx';

beforeAll(async () => {
  await setLanguage('zh-Hans');
  await loadNamespaces(['studio', 'studio-checks', 'ui', 'common']);
});
afterEach(cleanup);

const nothing: Look = async () => [[], [], [], []];
const rule = (name: string, text = '') => ({ rule: name, help: 'x', places: [{ text }] });

interface Start {
  readonly look?: Look;
  /** As it is when the page opens. */
  readonly isExamined?: boolean;
}

function open(
  more: Parameters<typeof draftPiece>[0] = {},
  { look = nothing, isExamined = true }: Start = {},
) {
  const piece = draftPiece(more);
  const issue = isExamined ? examinedIssue(draftIssue(), [piece]) : draftIssue();
  const desk = createMemoryDesk({ club, issue, piece });
  // Every file the month names is there.
  vi.spyOn(desk.attachments, 'open').mockImplementation(async () => new Blob(['x']));
  show(desk, look);
  return desk;
}

const show = (desk: Desk, look: Look) =>
  render(
    <LocationProvider>
      <CheckStep desk={desk} pieces={computed(() => [desk.piece.value])} look={look} />
    </LocationProvider>,
  );
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

  it('names a file the store has lost', async () => {
    const desk = open();
    vi.mocked(desk.attachments.open).mockResolvedValue(null);
    cleanup();
    show(desk, nothing);
    expect(await screen.findByText(/手语\.mp4.*找不到了/u)).toBeTruthy();
  });
});

describe('the examination of the preview', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it('begins by itself where there is none, adds what axe found in plain words, and is kept in the month', async () => {
    const desk = open({}, { isExamined: false, look: async () => [[rule('image-alt', '桥')], [], [], []] });
    expect(screen.getByText('这一篇还没有在预览里检查过。')).toBeTruthy();
    await vi.advanceTimersByTimeAsync(1000);
    expect(await screen.findByText('有一张图没有文字说明。')).toBeTruthy();
    expect(screen.getByText(/有 1 个问题/u)).toBeTruthy();
    expect(screen.queryByText('这一篇还没有在预览里检查过。')).toBeNull();
    expect(desk.issue.value.examined?.['morning']?.broken).toMatchObject([
      { rule: 'image-alt', places: [{ text: '桥' }] },
    ]);
    expect(desk.undoLabel.value).toBeNull();
  });

  it('is not done again while the piece is as it was, and asked for as soon as it is another', async () => {
    const look = vi.fn<Look>(nothing);
    const desk = open({}, { look });
    await vi.advanceTimersByTimeAsync(1000);
    expect(look).not.toHaveBeenCalled();
    expect(screen.getByText('这一篇可以发布了')).toBeTruthy();
    desk.change('details', (piece) => ({ ...piece, title: '晚上的老街' }));
    expect(await screen.findByText(/以后内容又改过，请再检查一次/u)).toBeTruthy();
    expect(screen.getByText('还不能发布，差 1 件事')).toBeTruthy();
    desk.undo();
    expect(await screen.findByText('这一篇可以发布了')).toBeTruthy();
    desk.redo();
    fireEvent.click(await screen.findByRole('button', { name: '再检查一次' }));
    expect(await screen.findByText('这一篇可以发布了')).toBeTruthy();
    expect(look).toHaveBeenCalledOnce();
  });

  it('says when it could not look, and releases nothing', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    open({}, { isExamined: false, look: () => Promise.reject(new Error('no frame')) });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await screen.findByText(/没能检查/u)).toBeTruthy();
    expect(screen.getByText('还不能发布，差 1 件事')).toBeTruthy();
    log.mockRestore();
  });
});
