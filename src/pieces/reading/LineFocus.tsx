import { useSignalEffect } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { SentenceId } from '../../core/reading/model.ts';
import css from './ReadingText.module.css';

interface LineFocusProps {
  readonly text: RefObject<HTMLElement | null>;
  readonly current: ReadonlySignal<SentenceId | null>;
}

/** A band across the column behind the current sentence. The rest stays readable: it is not dimmed below AAA contrast. */
export function LineFocus({ text, current }: LineFocusProps) {
  const bandRef = useRef<HTMLDivElement>(null);

  const place = useCallback(() => {
    const sentence = text.current?.querySelector('[data-sentence][aria-current]');
    const bounds = text.current?.getBoundingClientRect();
    if (!bandRef.current || !bounds) return;
    bandRef.current.hidden = !sentence;
    if (!sentence) return;
    const { top, bottom } = sentence.getBoundingClientRect();
    bandRef.current.style.insetBlockStart = `${top - bounds.top}px`;
    bandRef.current.style.blockSize = `${bottom - top}px`;
  }, [text]);

  useSignalEffect(() => {
    // Read before the attribute it will change has been written.
    if (current.value !== undefined) queueMicrotask(place);
  });
  useEffect(() => {
    if (!text.current) return;
    const observer = new ResizeObserver(place);
    observer.observe(text.current);
    return () => observer.disconnect();
  }, [place, text]);

  return <div ref={bandRef} class={css.band} aria-hidden="true" hidden />;
}
