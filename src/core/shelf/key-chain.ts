/**
 * A shelf that changes its key (rulings: the catalogue carries the chain; a person is asked only where there is none). Each
 * link is the next public key, signed with the one before it, so a tablet walks from the key it pinned to today's.
 */
import { base64url, calculateJwkThumbprint, CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import * as v from 'valibot';
import { PublicKeySchema } from './catalogue.ts';
import { ShelfError } from './errors.ts';

export type ShelfKey = v.InferOutput<typeof PublicKeySchema>;

/** The protected header's `typ` of a link: no other signature of the shelf can pass for one. */
const linkJwsType = 'same-page-key+jws';
/** A key a year for a lifetime; and a link is some 400 characters. Applied before anything is parsed. */
export const maxKeyLinks = 64;
const maxLinkCharacters = 2000;

/** Written by the hub when it makes a new key; the old private key's last act. */
export async function signNextKey(next: JWK, privateKey: JWK): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(v.parse(PublicKeySchema, next)));
  return new CompactSign(bytes)
    .setProtectedHeader({ alg: 'ES256', typ: linkJwsType })
    .sign(await importJWK(privateKey, 'ES256'));
}

/**
 * The newest key the links lead to from `pinned`; `pinned` itself where none does. Links from before `pinned` are passed
 * over, since another tablet needs them.
 * @throws ShelfError `too-large` for more links, or longer ones, than any shelf has.
 */
export async function followKeys(pinned: JWK, links: readonly string[]): Promise<ShelfKey> {
  if (links.length > maxKeyLinks || links.some((link) => link.length > maxLinkCharacters))
    throw new ShelfError('too-large', `${links.length} key links`);
  let key = v.parse(PublicKeySchema, pinned);
  for (const link of links) key = (await nextKey(key, link)) ?? key;
  return key;
}

async function nextKey(key: ShelfKey, link: string): Promise<ShelfKey | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(link, await importJWK(key, 'ES256'), {
      algorithms: ['ES256'],
    });
    if (protectedHeader.typ !== linkJwsType) return null;
    return v.parse(PublicKeySchema, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)));
  } catch {
    return null;
  }
}

/**
 * A key as people compare it: the first 128 bits of its RFC 7638 thumbprint (SHA-256) in eight groups, `3f9a 02c4 …`.
 * Enough that nobody can make another key with the same, and short enough to read out.
 */
export async function fingerprintOf(key: JWK): Promise<string> {
  const thumbprint = await calculateJwkThumbprint(v.parse(PublicKeySchema, key), 'sha256');
  const hex = Array.from(base64url.decode(thumbprint), (byte) => byte.toString(16).padStart(2, '0'));
  return (hex.slice(0, 16).join('').match(/.{4}/gu) ?? []).join(' ');
}
