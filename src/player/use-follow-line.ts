/** Keeps the current line of a scrolling list in view, until the reader scrolls; then it stays where they put it. */
import { useSignalEffect, type ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const SCROLL_KEYS = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'Tab']);

export interface FollowLine {
  readonly following: boolean;
  comeBack(): void;
  /** Brings another line into view and stays there. */
  goTo(line: number): void;
}

export function useFollowLine(
  scroller: RefObject<HTMLElement | null>,
  currentLine: ReadonlySignal<number>,
): FollowLine {
  const [following, setFollowing] = useState(true);
  const followingRef = useRef(true);

  function follow(on: boolean): void {
    followingRef.current = on;
    setFollowing(on);
  }

  useSignalEffect(() => {
    const line = currentLine.value;
    if (followingRef.current) reveal(scroller.current, line);
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const release = (): void => follow(false);
    const stop = new AbortController();
    const options = { signal: stop.signal, passive: true };
    element.addEventListener('wheel', release, options);
    element.addEventListener('touchmove', release, options);
    element.addEventListener('keydown', (event) => SCROLL_KEYS.has(event.key) && release(), options);
    element.addEventListener(
      'pointerdown',
      // On the scroll bar, not on a line.
      (event) => event.target === element && event.offsetX > element.clientWidth && release(),
      options,
    );
    return () => stop.abort();
  }, [scroller]);

  return {
    following,
    comeBack() {
      follow(true);
      reveal(scroller.current, currentLine.peek());
    },
    goTo(line) {
      follow(false);
      reveal(scroller.current, line);
    },
  };
}

/** A third of the way down, so that what comes next is in sight. Only the list scrolls, never the page. */
function reveal(scroller: HTMLElement | null, line: number): void {
  const element = scroller?.querySelector<HTMLElement>(`[data-line="${line}"]`);
  if (!scroller || !element) return;
  const top = element.offsetTop - scroller.clientHeight / 3;
  const isStill = document.documentElement.dataset.theme === 'mo';
  const calm = isStill || matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollTo({ top, behavior: calm ? 'instant' : 'smooth' });
}
