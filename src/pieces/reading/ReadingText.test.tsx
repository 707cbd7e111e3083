// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SentenceId, TermId } from '../../core/reading/model.ts';
import { loadNamespaces } from '../../i18n/i18n.ts';
import { reading, sentenceId, settings } from './fixture.ts';
import { ReadingText } from './ReadingText.tsx';

beforeAll(() => loadNamespaces(['reading', 'common']));
afterEach(cleanup);

function show(more: Parameters<typeof settings>[0] = {}) {
  const current = signal<SentenceId | null>(sentenceId('s1'));
  const onSentence = vi.fn<(id: SentenceId) => void>((id) => void (current.value = id));
  const onTerm = vi.fn<(term: TermId, from: HTMLElement, sentence: SentenceId) => void>();
  const view = render(
    <ReadingText
      reading={reading()}
      urlOf={({ href }) => href}
      settings={settings(more)}
      current={current}
      canPlay
      onSentence={onSentence}
      onTerm={onTerm}
    />,
  );
  const text = (id: string) => view.container.querySelector<HTMLElement>(`[data-sentence="${id}"]`);
  const word = (id: string, index: number) => text(id)?.querySelector<HTMLElement>(`[data-word="${index}"]`);
  return { ...view, current, onSentence, onTerm, text, word };
}
const shownPinyin = (container: Element) =>
  [...container.querySelectorAll('rt')].map((one) => one.textContent);

describe('a reading text', () => {
  it('plays the sentence that is tapped and marks it as the current one', async () => {
    const { word, onSentence, text } = show();
    fireEvent.click(word('s3', 0) as HTMLElement);
    expect(onSentence).toHaveBeenCalledWith('s3');
    await vi.waitFor(() => expect(text('s3')?.getAttribute('aria-current')).toBe('true'), {
      timeout: 15_000,
    });
    expect(text('s1')?.hasAttribute('aria-current')).toBe(false);
  });

  it('opens the card of a tapped term and plays nothing: the word comes first', () => {
    const { onSentence, onTerm } = show();
    const [term] = screen.getAllByRole('button', { name: '弄堂' });
    fireEvent.click(term as HTMLElement);
    expect(onTerm).toHaveBeenCalledWith('longtang', term, 's2');
    expect(onSentence).not.toHaveBeenCalled();
  });

  it('is one stop for Tab, with the terms of that sentence after it', () => {
    show();
    const stops = screen.getAllByRole('button').filter((one) => one.tabIndex === 0);
    expect(stops.map((one) => one.getAttribute('aria-label'))).toEqual(['播放第 1 句']);
    screen.getByRole('button', { name: '播放第 1 句' }).focus();
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '播放第 2 句' }));
  });

  it('goes to the first and last sentence by Home and End', () => {
    show();
    screen.getByRole('button', { name: '播放第 2 句' }).focus();
    fireEvent.keyDown(document.activeElement as Element, { key: 'End' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '播放第 5 句' }));
    fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '播放第 1 句' }));
  });

  it('shows the pinyin of a tapped word, and still plays its sentence', () => {
    const { container, word, onSentence } = show({ pinyin: 'tap' });
    expect(shownPinyin(container)).toEqual([]);
    fireEvent.click(word('s1', 3) as HTMLElement);
    expect(onSentence).toHaveBeenCalledWith('s1');
    return vi.waitFor(() => expect(shownPinyin(container)).toEqual(['Hóngzhèn']), { timeout: 15_000 });
  });

  it('shows the pinyin of the whole sentence by key', () => {
    const { container } = show({ pinyin: 'tap' });
    const handle = screen.getByRole('button', { name: '播放第 4 句' });
    handle.focus();
    fireEvent.keyDown(handle, { key: 'y' });
    return vi.waitFor(() => expect(shownPinyin(container)).toEqual(['yào', 'páiduì']), { timeout: 15_000 });
  });

  it('shows no pinyin, that of terms, or all of it, as asked', () => {
    expect(shownPinyin(show({ pinyin: 'off' }).container)).toEqual([]);
    cleanup();
    expect(shownPinyin(show({ pinyin: 'new' }).container)).toEqual(['lòngtáng', 'lòngtáng']);
    cleanup();
    expect(shownPinyin(show({ pinyin: 'all' }).container)).toHaveLength(20);
  });

  it('keeps pinyin out of speech, selection and search', () => {
    const { container } = show({ pinyin: 'all' });
    for (const one of container.querySelectorAll('rt')) {
      expect(one.getAttribute('aria-hidden')).toBe('true');
      expect(one.hasAttribute('inert')).toBe(true);
      expect(one.lang).toBe('zh-Latn-pinyin');
    }
  });

  it('shows the plain version as one block, says so, and answers with its first sentence', () => {
    const { onSentence, word, text } = show({ plain: true });
    expect(screen.getByText('浅白版')).toBeTruthy();
    expect(text('s4')).toBeNull();
    fireEvent.click(word('s3', 0) as HTMLElement);
    expect(onSentence).toHaveBeenCalledWith('s3');
  });

  it('lights a plain block while any of its sentences is signed', async () => {
    const { current, text } = show({ plain: true });
    current.value = sentenceId('s4');
    await vi.waitFor(() => expect(text('s3')?.getAttribute('aria-current')).toBe('true'), {
      timeout: 15_000,
    });
  });

  it('says what a picture shows', () => {
    show();
    expect(screen.getByRole('img', { name: '一条窄窄的弄堂' })).toBeTruthy();
  });

  it('loses no character of the source', () => {
    const { text } = show({ pinyin: 'off' });
    expect(text('s1')?.textContent).toBe('我是在虹镇老街长大的。');
  });
});
