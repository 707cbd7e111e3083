import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * A row that was acted on goes away, and the focus with it: it then goes to the heading of the list, so that nobody who
 * uses a keyboard starts again at the top of the page. For the element around both; the heading takes `tabIndex={-1}`.
 */
export function useKeptFocus<T extends HTMLElement>(): RefObject<T | null> {
  const part = useRef<T>(null);
  const lastRef = useRef<EventTarget | null>(null);

  // After every rendering: any of them may have taken the row away.
  useEffect(() => {
    const here = part.current;
    const last = lastRef.current;
    if (last instanceof HTMLElement && !last.isConnected && document.activeElement === document.body) {
      lastRef.current = null;
      here?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
    }
    const note = ({ target }: FocusEvent): void => void (lastRef.current = target);
    here?.addEventListener('focusin', note);
    return () => here?.removeEventListener('focusin', note);
  });

  return part;
}
