/**
 * A compact JWS with its payload as the text it is. Inside a page base64url is dead weight: a packed catalogue is two and a half
 * times as long with it. What is put together again is the same, character for character, so that its signature holds.
 */
import { base64url } from 'jose';
import * as v from 'valibot';

export const JwsPartsSchema = v.strictObject({
  /** base64url, as they stand. */
  header: v.string(),
  signature: v.string(),
  payload: v.string(),
});
export type JwsParts = v.InferOutput<typeof JwsPartsSchema>;

/** @returns Null for what is no JWS, or would not come back as it was. */
export function splitJws(jws: string): JwsParts | null {
  const [header, payload, signature, ...more] = jws.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0)
    return null;
  try {
    const bytes = base64url.decode(payload);
    const parts = { header, signature, payload: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    return joinJws(parts) === jws ? parts : null;
  } catch {
    return null;
  }
}

export function joinJws({ header, payload, signature }: JwsParts): string {
  return `${header}.${base64url.encode(payload)}.${signature}`;
}
