import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Fewer lines than this between signer and bar are no page of text. */
const leastLines = 3;
/** A signer lower than this cannot be read: CSS pixels. */
const leastSigner = 200;

/**
 * Decides how the piece lies on the screen: `data-flow="columns"`, where the text scrolls in its own page and everything
 * else stays, or `"page"`, where the whole page scrolls because type and bars leave the text no room of its own. Measured,
 * since it depends on the screen, the type size and the words on the buttons together. `change` names what alters it.
 */
export function useRoom(
  piece: RefObject<HTMLElement | null>,
  page: RefObject<HTMLElement | null>,
  change: unknown,
): void {
  useLayoutEffect(() => {
    const root = piece.current;
    const text = page.current;
    if (!root || !text) return;
    const decide = (): void => layOut(root, text);
    decide();
    addEventListener('resize', decide);
    return () => removeEventListener('resize', decide);
  }, [piece, page, change]);
}

function layOut(root: HTMLElement, text: HTMLElement): void {
  root.dataset.flow = 'columns';
  if (!hasRoom(root, text)) root.dataset.flow = 'page';
}

/** Where nothing is laid out (a test without an engine) all heights are 0, and columns it is. */
function hasRoom(root: HTMLElement, text: HTMLElement): boolean {
  const signer = root.querySelector('[data-edge="start"]');
  if (signer && signer.clientHeight < leastSigner && signer.clientHeight > 0) return false;
  // With the signer over the whole page the text is one sentence in a band of its own size.
  if (root.querySelector('[data-band]')) return true;
  // What stands below the text may not be pushed out of its page.
  if (text.scrollHeight > text.clientHeight + 1) return false;
  const line = text.querySelector('[data-sentence]');
  // One sentence a screen scrolls by itself; two of its large lines are enough to begin with.
  const least = root.dataset.solo === undefined ? leastLines : 2;
  const lineHeight = line ? Number.parseFloat(getComputedStyle(line).lineHeight) : 0;
  return !(text.clientHeight < least * lineHeight);
}
