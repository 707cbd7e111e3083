/** Full screen on demand: the browser's where it has one for any element, else the element over the whole page (iPhone). */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The signer on the screen, for the key that enlarges it; there is one at a time. */
let toggleShown: (() => void) | null = null;

export function toggleSigner(): void {
  toggleShown?.();
}

export interface FullScreen {
  readonly state: 'off' | 'screen' | 'page';
  toggle(): void;
}

export function useFullScreen(ref: RefObject<HTMLElement | null>): FullScreen {
  const [state, setState] = useState<FullScreen['state']>('off');

  useEffect(() => {
    const onChange = (): void => {
      const own = document.fullscreenElement !== null && document.fullscreenElement === ref.current;
      setState((now) => (own ? 'screen' : now === 'screen' ? 'off' : now));
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [ref]);

  useEffect(() => {
    if (state !== 'page') return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setState('off');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [state]);

  function enter(): void {
    const element = ref.current;
    // In 只看画面 the signer is not shown, so there is nothing to enlarge.
    if (!element?.checkVisibility()) return;
    if (!document.fullscreenEnabled) return setState('page');
    element.requestFullscreen().catch(() => setState('page'));
  }

  function toggle(): void {
    if (state === 'off') return enter();
    if (state === 'page') return setState('off');
    void document.exitFullscreen();
  }
  useEffect(() => {
    toggleShown = toggle;
    return () => {
      if (toggleShown === toggle) toggleShown = null;
    };
  });

  return { state, toggle };
}
