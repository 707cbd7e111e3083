/** index.html as it is sent: with the shelf's address and key inlined, so that no round trip stands before the catalogue. */
import type { ShelfKeys } from '../keys.ts';

export interface ShelfAddress {
  /** Ends in `/`; a path on this origin, or the one other origin. */
  readonly url: string;
  readonly key: ShelfKeys['publicKey'];
}

/** `<` escaped: no text inside can end the element early. */
export function shelfElement(shelf: ShelfAddress): string {
  const json = JSON.stringify(shelf).replace(/</gu, '\\u003c');
  return `<script type="application/json" id="shelf">${json}</script>`;
}

/** @throws when index.html has no head, which no build of ours lacks. */
export function withShelf(html: string, shelf: ShelfAddress): string {
  const head = /<head[^>]*>/u.exec(html);
  if (head === null) throw new Error('index.html has no <head>');
  const at = head.index + head[0].length;
  return html.slice(0, at) + shelfElement(shelf) + html.slice(at);
}
