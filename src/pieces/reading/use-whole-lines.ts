import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { scrollerOf } from './use-follow.ts';

/** Long enough that a scroll has come to rest, short enough not to be noticed. */
const restMs = 120;

/**
 * While the column is at rest it begins and ends on a whole line: one cut by either edge is left out (`--cut-start`,
 * `--cut-end`, CSS pixels). While it moves everything shows, so nothing seems to vanish under the finger.
 */
export function useWholeLines(column: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cut = ({ start, end }: Cut): void => {
      element.style.setProperty('--cut-start', `${start}px`);
      element.style.setProperty('--cut-end', `${end}px`);
    };
    const move = (): void => {
      clearTimeout(timer);
      cut({ start: 0, end: 0 });
      timer = setTimeout(() => cut(cutLines(element)), restMs);
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

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** How much of either edge is taken by a line that does not fit. */
function cutLines(column: HTMLElement): Cut {
  if (scrollerOf(column) !== column) return { start: 0, end: 0 };
  const { top, bottom } = column.getBoundingClientRect();
  const sentences = [...column.querySelectorAll('[data-sentence]')];
  const style = sentences[0] && getComputedStyle(sentences[0]);
  // Pinyin stands above the boxes of the words, within the line's height: then it is the line that must be whole.
  const lineHeight = style && column.querySelector('rt') ? Number.parseFloat(style.lineHeight) : 0;
  let start = 0;
  let end = 0;
  for (const line of sentences.flatMap((sentence) => [...sentence.getClientRects()])) {
    const above = Math.max(0, (lineHeight - line.height) / 2);
    if (line.top - above < top - 1 && line.bottom > top) start = Math.max(start, line.bottom - top);
    if (line.top - above < bottom && line.bottom > bottom + 1) end = Math.max(end, bottom - line.top + above);
  }
  return { start: Math.ceil(start), end: Math.ceil(end) };
}
