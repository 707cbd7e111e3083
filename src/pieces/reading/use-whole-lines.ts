import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Long enough that a scroll has come to rest, short enough not to be noticed. */
const restMs = 120;

/**
 * While the column is at rest it ends on a whole line: the one cut by its lower edge is left out (`--cut`, CSS pixels).
 * While it moves everything shows, so nothing seems to vanish under the finger.
 */
export function useWholeLines(column: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => element.style.setProperty('--cut', `${cutLine(element)}px`);
    const move = (): void => {
      clearTimeout(timer);
      element.style.setProperty('--cut', '0px');
      timer = setTimeout(settle, restMs);
    };
    const observer = new ResizeObserver(move);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    const stop = new AbortController();
    element.addEventListener('scroll', move, { signal: stop.signal, passive: true });
    return () => {
      clearTimeout(timer);
      stop.abort();
      observer.disconnect();
    };
  }, [column]);
}

/** How much of the column's lower edge is taken by a line that does not fit. */
function cutLine(column: HTMLElement): number {
  const { bottom } = column.getBoundingClientRect();
  for (const sentence of column.querySelectorAll('[data-sentence]')) {
    for (const line of sentence.getClientRects()) {
      if (line.top < bottom && line.bottom > bottom + 1) return Math.ceil(bottom - line.top);
    }
  }
  return 0;
}
