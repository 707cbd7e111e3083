import { useSignal, useSignalEffect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import { assign } from './assign.ts';
import { scrollNeeded } from './follow-zone.ts';

/** What the column scrolls in: itself, or the page where the screen is too low for columns. */
export function scrollerOf(column: HTMLElement): HTMLElement {
  const { overflowY } = getComputedStyle(column);
  const page = document.scrollingElement;
  return overflowY === 'auto' || !(page instanceof HTMLElement) ? column : page;
}

/** The part of the screen the text shows in: between signer and bar where those stand still over a scrolling page. */
export function viewOf(column: HTMLElement): { readonly top: number; readonly bottom: number } {
  if (scrollerOf(column) === column) return column.getBoundingClientRect();
  const { left, right } = column.getBoundingClientRect();
  const edge = (name: 'start' | 'end'): DOMRect | null => {
    const element = column.closest('[data-flow]')?.querySelector(`[data-edge="${name}"]`);
    if (!element || getComputedStyle(element).position !== 'sticky') return null;
    const box = element.getBoundingClientRect();
    // A signer beside the text takes nothing from it.
    return box.left < right && box.right > left ? box : null;
  };
  return { top: Math.max(0, edge('start')?.bottom ?? 0), bottom: edge('end')?.top ?? innerHeight };
}

const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' ']);

/** Brings anything in the column into the comfortable zone at once. */
export function showInColumn(column: HTMLElement, element: Element): void {
  const scroller = scrollerOf(column);
  const needed = scrollNeeded(element.getBoundingClientRect(), viewOf(column));
  if (needed !== 0) scroller.scrollBy({ top: needed, behavior: 'instant' });
}

interface Follow {
  /** False once the reader has scrolled: the page then stays where they put it. */
  readonly following: ReadonlySignal<boolean>;
  /** Back to the current sentence, and along with it again. */
  readonly comeBack: () => void;
  /** Along with it again from the next sentence on; moves nothing now. */
  readonly resume: () => void;
}

/** Keeps the current sentence in view: moves only when it has left the comfortable zone, never while the reader scrolls. */
export function useFollow(
  column: RefObject<HTMLElement | null>,
  current: ReadonlySignal<SentenceId | null>,
): Follow {
  const following = useSignal(true);

  const goToCurrent = useCallback(
    (behavior: ScrollBehavior) => {
      const sentence = column.current?.querySelector('[data-sentence][aria-current]');
      if (!column.current || !sentence) return;
      const scroller = scrollerOf(column.current);
      // A piece opens with its top in sight, title and bar included.
      const isFirst = sentence === column.current.querySelector('[data-sentence]');
      if (isFirst && scroller.scrollTop === 0) return;
      const needed = scrollNeeded(sentence.getBoundingClientRect(), viewOf(column.current));
      if (needed !== 0) scroller.scrollBy({ top: needed, behavior: calm() ? 'instant' : behavior });
    },
    [column],
  );

  useSignalEffect(() => {
    const now = current.value;
    // The attribute is written by another effect of the same signal; after it, not before.
    if (now !== null && following.peek()) queueMicrotask(() => goToCurrent('smooth'));
  });

  useEffect(() => {
    const element = column.current;
    if (!element) return;
    // The first time at once, before the reader has seen another place.
    goToCurrent('instant');
    const stop = new AbortController();
    const release = (): void => assign(following, false);
    const options = { signal: stop.signal, passive: true };
    element.addEventListener('wheel', release, options);
    element.addEventListener('touchmove', release, options);
    element.addEventListener('pointerdown', (event) => isOnScrollbar(element, event) && release(), options);
    element.addEventListener('keydown', (event) => scrollKeys.has(event.key) && release(), options);
    return () => stop.abort();
  }, [column, following, goToCurrent]);

  const resume = useCallback(() => assign(following, true), [following]);
  const comeBack = useCallback(() => {
    assign(following, true);
    goToCurrent('smooth');
  }, [following, goToCurrent]);
  return { following, comeBack, resume };
}

function calm(): boolean {
  const isStill = document.documentElement.dataset.theme === 'mo';
  return isStill || matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function isOnScrollbar(element: HTMLElement, event: PointerEvent): boolean {
  return event.target === element && event.offsetX > element.clientWidth;
}
