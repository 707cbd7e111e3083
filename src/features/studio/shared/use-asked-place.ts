import type { ReadonlySignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { DraftPiece } from '../../../authoring/draft/model.ts';
import { findAsked, type AskedPlace } from './asked-place.ts';

/** A step may still be drawing itself: its list of words, a film's captions. */
const PATIENCE_MS = 4000;
const FOCUSABLE = 'textarea, input, select, button, a[href], [tabindex]';

/** A finding's button brings its place into sight and the focus to it. A step that leads there by itself does so first. */
export function useAskedPlace(piece: ReadonlySignal<DraftPiece>): void {
  const { url, query } = useLocation();
  useEffect(() => {
    const asked: AskedPlace = query;
    if (Object.keys(asked).length === 0) return;
    const began = performance.now();
    const timer = setInterval(() => {
      const found = findAsked(document, asked, piece.peek());
      if (found) show(found);
      if (found || performance.now() - began > PATIENCE_MS) clearInterval(timer);
    }, 100);
    return () => clearInterval(timer);
    // The address says all there is to know.
  }, [url, query, piece]);
}

function show(found: HTMLElement): void {
  for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  found.scrollIntoView({ block: 'center' });
  if (found.matches(FOCUSABLE)) return found.focus({ preventScroll: true });
  // What is written cures it; a button beside it may be nearer. A file's field is hidden behind its button.
  const inside = [...found.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(canBeSeen);
  const target = inside.find((one) => one.matches('textarea, input:not([type="file"]), select')) ?? inside[0];
  target?.focus({ preventScroll: true });
}

function canBeSeen(element: HTMLElement): boolean {
  const isFolded = element.closest('details:not([open])') !== null && !element.matches('summary');
  return element.getClientRects().length > 0 && !isFolded;
}
