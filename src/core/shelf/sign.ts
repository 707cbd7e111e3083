/** Signing the catalogue. Only the hub does this, and its private key never leaves it. */
import { CompactSign, importJWK, type JWK } from 'jose';
import * as v from 'valibot';
import { catalogueJwsType, PublicKeySchema, type CataloguePayload } from './catalogue.ts';

/**
 * Compact JWS (ES256) over exactly these bytes; a deterministic payload, but never the same signature twice. The header
 * names the signer's public key (RFC 7515, 4.1.3): a tablet that pinned another one can show a person which it is asked to
 * believe, also from a pack. It is never believed for standing there.
 */
export async function signCatalogue(payload: CataloguePayload, privateKey: JWK): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(bytes)
    .setProtectedHeader({ alg: 'ES256', typ: catalogueJwsType, jwk: v.parse(PublicKeySchema, privateKey) })
    .sign(await importJWK(privateKey, 'ES256'));
}

/** Later than the last one even if a clock or a backup went back (rulings). */
export function nextSequence(last: number, nowMs: number): number {
  return Math.max(last + 1, Math.floor(nowMs / 1000));
}
