/**
 * Shelf files the hub put into the page (hub/server/shelf-ahead.ts), each taken once: they are as old as the page. Nothing is
 * believed of them that would not be believed of an answer from the network.
 */
import { closeJws } from '../core/shelf/jws-parts.ts';

/** @param url Absolute. @param cap Bytes; what is larger is left to the network, which then says so. */
export function takeAhead(url: string, cap: number): Uint8Array<ArrayBuffer> | null {
  if (typeof document === 'undefined') return null;
  for (const element of document.querySelectorAll<HTMLScriptElement>('script[data-ahead]')) {
    if (new URL(element.dataset['ahead'] ?? '', location.origin).href !== url) continue;
    element.remove();
    const bytes = bytesOf(element.textContent, 'open' in element.dataset);
    return bytes !== null && bytes.byteLength <= cap ? bytes : null;
  }
  return null;
}

function bytesOf(json: string, isOpenJws: boolean): Uint8Array<ArrayBuffer> | null {
  try {
    const text: unknown = JSON.parse(json);
    if (typeof text !== 'string') return null;
    return new TextEncoder().encode(isOpenJws ? closeJws(text) : text);
  } catch {
    return null;
  }
}
