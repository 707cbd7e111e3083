import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Fewer lines than this between signer and bar are no page of text. */
const leastLines = 3;

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
    const decide = (): void => {
      root.dataset.flow = 'columns';
      const line = text.querySelector('[data-sentence]');
      const lineHeight = line ? Number.parseFloat(getComputedStyle(line).lineHeight) : 0;
      // Where nothing is laid out (a test without an engine) the numbers are no numbers, and columns it is.
      if (text.clientHeight < leastLines * lineHeight) root.dataset.flow = 'page';
    };
    decide();
    addEventListener('resize', decide);
    return () => removeEventListener('resize', decide);
  }, [piece, page, change]);
}
