// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadNamespaces } from '../../i18n/i18n.ts';
import type { PieceProps } from '../piece-props.ts';
import { blob, piece, pieceProps, reading, sentence, sentenceId } from '../reading/fixture.ts';
import { GalleryPiece } from './GalleryPiece.tsx';
import { slideOf, slidesOf } from './slides.ts';

beforeAll(() => loadNamespaces(['reading', 'gallery', 'common', 'player']));
afterEach(cleanup);

const figure = (id: string, alt: string, caption: string) => ({
  type: 'figure',
  image: { ...blob('d4', 'image/png'), width: 800, height: 600 },
  alt,
  sentences: [sentence(id, caption)],
});
const pictures = reading({
  kind: 'gallery',
  blocks: [
    { type: 'paragraph', sentences: [sentence('s0', '三|张|图|。')] },
    figure('s1', '矮房子', '老街|。'),
    { type: 'paragraph', sentences: [sentence('s2', '很|旧|。')] },
    figure('s3', '高楼', '新城|。'),
  ],
});
const gallery = piece({ kind: 'gallery', reading: pictures, tracks: [] });

function open(more: Partial<PieceProps> = {}) {
  return render(<GalleryPiece {...pieceProps({ piece: gallery, ...more })} />);
}
const button = (name: string) => screen.getByRole('button', { name });

describe('pictures of a gallery', () => {
  it('carry their captions and the text up to the next one; opening words stand at the first', () => {
    const slides = slidesOf(pictures);
    expect(slides.map(({ sentences }) => sentences)).toEqual([['s0', 's1', 's2'], ['s3']]);
    expect(slideOf(slides, sentenceId('s3'))).toBe(1);
  });
});

describe('a gallery', () => {
  it('shows one picture at a time and says which', async () => {
    open();
    expect(screen.getByRole('img', { name: '矮房子' })).toBeTruthy();
    expect(screen.getByText('第 1 张，共 2 张')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '上一张' })).toBeNull();
    fireEvent.click(button('下一张'));
    await screen.findByRole('img', { name: '高楼' });
    expect(screen.queryByRole('button', { name: '下一张' })).toBeNull();
  });

  it('opens at the picture of the sentence it was left at', () => {
    open({ start: sentenceId('s3') });
    expect(screen.getByRole('img', { name: '高楼' })).toBeTruthy();
  });

  it('shows in words what the picture shows', async () => {
    open();
    const shown = () => screen.queryAllByText('矮房子');
    expect(shown()).toEqual([]);
    fireEvent.click(button('图上有什么'));
    await vi.waitFor(() => expect(shown()).toHaveLength(1), { timeout: 15_000 });
    expect(button('图上有什么').getAttribute('aria-expanded')).toBe('true');
  });

  it('enlarges and moves by buttons and goes back to the whole', async () => {
    open();
    fireEvent.click(button('放大'));
    await screen.findByRole('group', { name: '放大到 1.5 倍的图片' });
    expect(button('往左')).toBeTruthy();
    fireEvent.click(button('还原'));
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: '往左' })).toBeNull(), {
      timeout: 15_000,
    });
  });

  it('ends with the questions at the last picture', async () => {
    open();
    expect(screen.queryByText('您小时候住在哪里？')).toBeNull();
    fireEvent.click(button('下一张'));
    await screen.findByText('您小时候住在哪里？');
  });
});
