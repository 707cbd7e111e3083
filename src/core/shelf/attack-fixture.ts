/** Builders for tests of trust: a whole catalogue, signed by whoever one likes. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as v from 'valibot';
import type { BlobRef } from '../reading/model.ts';
import type { CataloguePayload } from './catalogue.ts';
import { ClubSchema } from './club.ts';
import { writeFeed, writePublication } from './feed.ts';
import { club, issueToWrite, ref } from './fixture.ts';
import { signCatalogue } from './sign.ts';

export interface KeyPair {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

export async function keyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
}

/** Of one issue whose manifest is `manifest`. */
export function signedCatalogue(
  privateKey: JWK,
  {
    manifest = ref('3a', 'json', 'application/webpub+json'),
    ...more
  }: Partial<CataloguePayload> & { readonly manifest?: BlobRef } = {},
): Promise<string> {
  const { issue, covers } = issueToWrite();
  const issued = '2026-11-01T08:00:00.000Z';
  const publication = writePublication({
    issue,
    club,
    language: ['zh-Hans'],
    modified: issued,
    manifest,
    bitmap: covers[1] ?? issue.cover,
  });
  const payload: CataloguePayload = {
    version: 1,
    sequence: 5,
    issued,
    expires: '2027-05-01T08:00:00.000Z',
    withdrawn: [],
    clubs: v.parse(v.array(ClubSchema), [club]),
    feed: writeFeed([club], [publication], issued),
    ...more,
  };
  return signCatalogue(payload, privateKey);
}
