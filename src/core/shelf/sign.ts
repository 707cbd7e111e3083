/** Signing the catalogue. Only the hub does this, and its private key never leaves it. */
import { CompactSign, importJWK, type JWK } from 'jose';
import { catalogueJwsType, type CataloguePayload } from './catalogue.ts';

/** Compact JWS (ES256) over exactly these bytes; a deterministic payload, but never the same signature twice. */
export async function signCatalogue(payload: CataloguePayload, privateKey: JWK): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(bytes)
    .setProtectedHeader({ alg: 'ES256', typ: catalogueJwsType })
    .sign(await importJWK(privateKey, 'ES256'));
}

/** Later than the last one even if a clock or a backup went back (rulings). */
export function nextSequence(last: number, nowMs: number): number {
  return Math.max(last + 1, Math.floor(nowMs / 1000));
}
