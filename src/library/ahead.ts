/**
 * Shelf files the hub put into the page (hub/server/shelf-ahead.ts), each taken once: they are as old as the page. Nothing is
 * believed of them that would not be believed of an answer from the network.
 */
import * as v from 'valibot';
import { JwsPartsSchema, joinJws } from '../core/shelf/jws-parts.ts';

/** @param url Absolute. @param cap Bytes; what is larger is left to the network, which then says so. */
export function takeAhead(url: string, cap: number): Uint8Array<ArrayBuffer> | null {
  if (typeof document === 'undefined') return null;
  for (const element of document.querySelectorAll<HTMLScriptElement>('script[data-ahead]')) {
    if (new URL(element.dataset['ahead'] ?? '', location.origin).href !== url) continue;
    element.remove();
    const bytes = bytesOf(element.textContent);
    return bytes !== null && bytes.byteLength <= cap ? bytes : null;
  }
  return null;
}

function bytesOf(json: string): Uint8Array<ArrayBuffer> | null {
  try {
    const written: unknown = JSON.parse(json);
    const text = typeof written === 'string' ? written : joinJws(v.parse(JwsPartsSchema, written));
    return new TextEncoder().encode(text);
  } catch {
    return null;
  }
}
