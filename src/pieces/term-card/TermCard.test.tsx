// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Term } from '../../core/reading/model.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import type { WordMark } from '../piece-props.ts';
import { reading } from '../reading/fixture.ts';
import { TermCard } from './TermCard.tsx';

beforeAll(() => loadNamespaces(['reading', 'common']));
afterEach(cleanup);

const card = firstTerm();

function firstTerm(): Term {
  const [term] = reading().terms;
  if (!term) throw new Error('the fixture has a term');
  return term;
}

function open(more: Partial<Parameters<typeof TermCard>[0]> = {}) {
  const from = document.body.appendChild(document.createElement('button'));
  const props = { onClose: vi.fn<() => void>(), onMark: vi.fn<(mark: WordMark | null) => void>(), from };
  render(<TermCard term={card} urlOf={({ href }) => href} mark={null} {...props} {...more} />);
  return props;
}

describe('the card of a word', () => {
  it('gives the word, its pinyin, an explanation, an example, the picture and the signing', () => {
    open();
    expect(screen.getByRole('heading', { name: '弄堂 lòngtáng' })).toBeTruthy();
    expect(screen.getByText('上海老房子中间的小路。')).toBeTruthy();
    expect(screen.getByText(/我家在弄堂里。/u)).toBeTruthy();
    expect(screen.getByRole('img', { name: '两排房子中间的小路' })).toBeTruthy();
    expect(screen.getByLabelText('手语：弄堂')).toBeTruthy();
    expect(screen.getByText('示例')).toBeTruthy();
  });

  it('takes the focus and gives it back', () => {
    const { from, onClose } = open();
    expect(document.activeElement?.textContent).toContain('弄堂');
    fireEvent.click(screen.getByRole('button', { name: '关上' }));
    expect(onClose).toHaveBeenCalled();
    expect(document.activeElement).toBe(from);
  });

  it('closes by Escape', () => {
    const { onClose } = open();
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' });
    expect(onClose).toHaveBeenCalled();
  });

  it('keeps a mark and takes it back', () => {
    const { onMark } = open({ mark: 'known' });
    const known = screen.getByRole('button', { name: '记住了' });
    expect(known.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(known);
    expect(onMark).toHaveBeenLastCalledWith(null);
    fireEvent.click(screen.getByRole('button', { name: '再看看' }));
    expect(onMark).toHaveBeenLastCalledWith('again');
  });

  it('offers no mark where none can be kept', () => {
    open({ onMark: undefined });
    expect(screen.queryByRole('button', { name: '记住了' })).toBeNull();
  });
});
