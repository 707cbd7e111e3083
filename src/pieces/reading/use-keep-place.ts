import { useSignalEffect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import { scrollerOf, viewOf } from './use-follow.ts';

interface Anchor {
  readonly sentence: string;
  /** Foot of its first line from the view's top, CSS pixels. */
  readonly foot: number;
}

/**
 * Whatever makes the text break anew (全部拼音, letter size, a turned tablet, a card opening below), the sentence the
 * reader is at stays where it was on the screen: the current one when it is in sight, else the first one in sight.
 * `layout` names what is known to change lines; everything else is noticed by the text's size.
 */
export function useKeepPlace(
  column: RefObject<HTMLElement | null>,
  current: ReadonlySignal<SentenceId | null>,
  layout: string,
): void {
  const anchorRef = useRef<Anchor | null>(null);

  useSignalEffect(() => {
    // After the attribute that names the current sentence has been written.
    if (current.value !== null)
      queueMicrotask(() => void (anchorRef.current = column.current && anchorIn(column.current)));
  });

  useEffect(() => {
    const element = column.current;
    if (!element) return;
    const note = (): void => void (anchorRef.current = anchorIn(element));
    const observer = new ResizeObserver(() => restore(element, anchorRef.current));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    element.addEventListener('scroll', note, options);
    document.addEventListener('scroll', note, options);
    note();
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, [column]);

  useLayoutEffect(() => {
    if (column.current) restore(column.current, anchorRef.current);
  }, [column, layout]);
}

function anchorIn(column: HTMLElement): Anchor | null {
  const view = viewOf(column);
  const isInSight = (element: Element): boolean => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > view.top && top < view.bottom;
  };
  const sentences = [...column.querySelectorAll<HTMLElement>('[data-sentence]')];
  const current = sentences.find((one) => one.ariaCurrent === 'true' && isInSight(one));
  const sentence = current ?? sentences.find((one) => one.getBoundingClientRect().bottom > view.top + 8);
  const name = sentence?.dataset.sentence;
  return sentence && name !== undefined ? { sentence: name, foot: footOf(sentence) - view.top } : null;
}

/** Of the first word's own letters: the sentence's box grows upwards when pinyin stands above them. */
function footOf(sentence: Element): number {
  const word = sentence.querySelector('[data-word]') ?? sentence;
  const letters = document.createTreeWalker(word, NodeFilter.SHOW_TEXT).nextNode();
  if (!letters) return sentence.getBoundingClientRect().bottom;
  const range = document.createRange();
  range.selectNodeContents(letters);
  return (range.getClientRects()[0] ?? word.getBoundingClientRect()).bottom;
}

function restore(column: HTMLElement, anchor: Anchor | null): void {
  if (!anchor) return;
  const sentence = column.querySelector(`[data-sentence="${anchor.sentence}"]`);
  if (!sentence) return;
  const scroller = scrollerOf(column);
  const moved = footOf(sentence) - viewOf(column).top - anchor.foot;
  if (Math.abs(moved) > 1) scroller.scrollBy({ top: moved, behavior: 'instant' });
}
