/**
 * A compact JWS with its payload as the text it is, last: `header.signature.payload`. Inside a page base64url is dead weight: a packed
 * catalogue is two and a half times as long with it. What is put together again is the same, character for character, so that its
 * signature holds.
 */
import * as base64url from 'jose/base64url';

/** @returns Null for what is no JWS, or would not come back as it was. */
export function openJws(jws: string): string | null {
  const [header, payload, signature, ...more] = jws.split('.');
  if (payload === undefined || signature === undefined || more.length > 0) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(payload));
    const open = `${header}.${signature}.${text}`;
    return closeJws(open) === jws ? open : null;
  } catch {
    return null;
  }
}

export function closeJws(open: string): string {
  const [header = '', signature = ''] = open.split('.', 2);
  return `${header}.${base64url.encode(open.slice(header.length + signature.length + 2))}.${signature}`;
}
