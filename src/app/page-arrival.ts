/** What a full page load gives for nothing and an app must do itself: the title, the focus, the scroll position. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { useT } from '../i18n/use-t.ts';

/**
 * The page's own `h1` names the window and takes the focus when another page opens, also when it comes late because
 * the page is still loading. `onFirst` is told when the first page is there and no longer loading. Returns what the router calls when a page has taken the place of another.
 */
export function usePageArrival(mainRef: RefObject<HTMLElement | null>, onFirst?: () => void): () => void {
  const t = useT('app');
  const focusNextRef = useRef(false);
  const focusedRef = useRef<HTMLElement | null>(null);
  const isFirstRef = useRef(true);

  const settle = useCallback(() => {
    const heading = mainRef.current?.querySelector('h1');
    if (!heading) return;
    if (isFirstRef.current && heading.closest('[aria-busy="true"]') === null) {
      isFirstRef.current = false;
      onFirst?.();
    }
    const title = t('pageTitle', { page: heading.textContent.trim() });
    if (document.title !== title) document.title = title;
    // A page may show one heading while it loads and another when it has: the focus goes on to the one that stays.
    const isLost = focusedRef.current?.isConnected === false && document.activeElement === document.body;
    if (!focusNextRef.current && !isLost) return;
    focusNextRef.current = false;
    focusedRef.current = heading;
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [mainRef, onFirst, t]);

  useEffect(() => {
    if (!mainRef.current) return;
    settle();
    const observer = new MutationObserver(settle);
    observer.observe(mainRef.current, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [mainRef, settle]);

  return useCallback(() => {
    focusNextRef.current = true;
    settle();
  }, [settle]);
}
