/** The catalogue of a shelf whose key may have changed since a tablet pinned it. */
import { base64url, decodeProtectedHeader, type JWK } from 'jose';
import * as v from 'valibot';
import { maxCatalogueCharacters, PublicKeySchema, verifyCatalogue, type Catalogue } from './catalogue.ts';
import { ShelfError } from './errors.ts';
import { followKeys, type ShelfKey } from './key-chain.ts';

export interface FollowedCatalogue {
  readonly catalogue: Catalogue;
  /** Who signed it: the pinned key, or the one its chain led to. Pin this, in the same step as the sequence. */
  readonly key: ShelfKey;
}

/**
 * As `verifyCatalogue`, and also when the catalogue carries a chain from `pinned` to the key that signed it.
 * @throws ShelfError as `verifyCatalogue`; `not-signed` means a person must be asked, with both fingerprints shown.
 */
export async function verifyCatalogueFrom(
  jws: string,
  pinned: JWK,
  options: { readonly minimumSequence?: number } = {},
): Promise<FollowedCatalogue> {
  const own = v.parse(PublicKeySchema, pinned);
  try {
    return { catalogue: await verifyCatalogue(jws, own, options), key: own };
  } catch (error) {
    if (!(error instanceof ShelfError && error.fault === 'not-signed')) throw error;
    const key = await followKeys(own, claimedLinks(jws));
    if (key.x === own.x && key.y === own.y) throw error;
    return { catalogue: await verifyCatalogue(jws, key, options), key };
  }
}

/**
 * Whose signature a catalogue carries that the pinned key did not sign: to be shown to a person, never believed. Null for
 * what no key it names, and none of `others`, has signed, and for what is no whole catalogue.
 */
export async function signerOf(jws: string, others: readonly JWK[]): Promise<ShelfKey | null> {
  for (const candidate of [claimedSigner(jws), ...others]) {
    const key = v.safeParse(PublicKeySchema, candidate);
    if (!key.success) continue;
    const isSigner = await verifyCatalogue(jws, key.output).then(
      () => true,
      () => false,
    );
    if (isSigner) return key.output;
  }
  return null;
}

/** Whether the chain of a catalogue that was verified with `pinned` leads from `key` to it: then `key` is one of before. */
export async function isFormerKey(key: JWK, pinned: JWK, catalogue: string): Promise<boolean> {
  const { x, y } = await followKeys(key, claimedLinks(catalogue));
  return x === pinned.x && y === pinned.y && key.x !== pinned.x;
}

function claimedSigner(jws: string): unknown {
  try {
    return jws.length > maxCatalogueCharacters ? null : decodeProtectedHeader(jws).jwk;
  } catch {
    return null;
  }
}

/**
 * The links of a catalogue nobody has verified yet: nothing else is taken from it, and each link must prove itself. A key
 * they lead to then has to have signed these same bytes.
 */
function claimedLinks(jws: string): readonly string[] {
  try {
    if (jws.length > maxCatalogueCharacters) return [];
    const text = new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(jws.split('.')[1] ?? ''));
    return v.parse(v.object({ keys: v.array(v.string()) }), JSON.parse(text)).keys;
  } catch {
    return [];
  }
}
