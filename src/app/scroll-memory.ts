/**
 * Where each entry of the history was scrolled to. The browser's own restoration happens before a page has loaded its
 * content and lands at the top; this waits until the page is tall enough, and gives up as soon as the person scrolls.
 */
import { useLayoutEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';

const STORE = 'same-page.scroll';
const PATIENCE_MS = 5000;

const positions = new Map<string, number>(stored());
let entry = '';
let giveUp: (() => void) | null = null;

function stored(): [string, number][] {
  try {
    const pairs: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
    return Array.isArray(pairs) ? pairs.filter(isPosition) : [];
  } catch {
    // Storage refused or damaged: the page opens at its top.
    return [];
  }
}

function isPosition(pair: unknown): pair is [string, number] {
  return Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number';
}

function keyOfEntry(): string {
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'entry' in state ? state.entry : null;
  if (typeof known === 'string') return known;
  const key = crypto.randomUUID();
  history.replaceState({ ...(typeof state === 'object' ? state : null), entry: key }, '');
  return key;
}

function restore(): void {
  giveUp?.();
  const top = positions.get(entry);
  // A reading finds its own sentence; two hands on the scroll bar would fight.
  if (top === undefined || location.pathname.startsWith('/read/')) return;
  const stop = new AbortController();
  const go = () => {
    if (document.documentElement.scrollHeight - innerHeight < top) return;
    stop.abort();
    scrollTo({ top, behavior: 'instant' });
  };
  const growing = new ResizeObserver(go);
  stop.signal.addEventListener('abort', () => growing.disconnect());
  for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(type, () => stop.abort(), { signal: stop.signal, passive: true });
  setTimeout(() => stop.abort(), PATIENCE_MS);
  giveUp = () => stop.abort();
  growing.observe(document.body);
}

export function startScrollMemory(): void {
  history.scrollRestoration = 'manual';
  entry = keyOfEntry();
  addEventListener('scroll', () => void positions.set(entry, scrollY), { passive: true });
  addEventListener('popstate', () => {
    entry = keyOfEntry();
    restore();
  });
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(STORE, JSON.stringify([...positions]));
    } catch {
      // Then a reload starts at the top.
    }
  });
  restore();
}

/** Gives a new history entry its key before anything scrolls. Rendered once, inside the router's provider. */
export function ScrollMemory(): null {
  const { url } = useLocation();
  useLayoutEffect(() => {
    entry = keyOfEntry();
  }, [url]);
  return null;
}
