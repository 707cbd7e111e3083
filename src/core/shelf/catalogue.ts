/**
 * The catalogue: the only mutable file of a shelf and the only one that is signed. Everything else is named by hash
 * from here on, so trust in this one signature is trust in the whole shelf (design §4, after TUF).
 */
import type { JWK } from 'jose';
import { compactVerify } from 'jose/jws/compact/verify';
import * as v from 'valibot';
import type { BlobRef } from '../reading/model.ts';
import { ClubSchema, ClubIdSchema } from './club.ts';
import { ShelfError } from './errors.ts';
import { FeedSchema, type Feed, type Publication } from './feed.ts';
import type { Club, IssueSummary } from './issue.ts';
import { parseStrict } from './json.ts';
import { refOf } from './link.ts';
import { InstantSchema, IssueIdSchema } from './summary-schema.ts';

/** The protected header's `typ`: a signature over anything else is not one over a catalogue. */
export const catalogueJwsType = 'same-page-catalogue+jws';
/** A cap, applied before anything is parsed: some hundred issues fit many times over. */
export const maxCatalogueCharacters = 4_000_000;

export const CataloguePayloadSchema = v.strictObject({
  version: v.literal(1),
  /** Rises with every release; a tablet takes no lower one than it has seen. */
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  issued: InstantSchema,
  /** After this a tablet warns that the shelf has gone quiet. It never takes anything away. */
  expires: InstantSchema,
  /** Issues taken back. Absence from the feed alone never deletes anything from a tablet. */
  withdrawn: v.array(IssueIdSchema),
  clubs: v.pipe(v.array(ClubSchema), v.minLength(1)),
  /** Key rotation: each a compact JWS over the next public key, signed with the one before it. */
  keys: v.exactOptional(v.array(v.string())),
  feed: FeedSchema,
});
export type CataloguePayload = v.InferOutput<typeof CataloguePayloadSchema>;

export interface Catalogue {
  readonly sequence: number;
  readonly issued: string;
  readonly expires: string;
  readonly clubs: readonly Club[];
  /** By club in the clubs' order, newest first. */
  readonly issues: readonly (IssueSummary & { readonly manifest: BlobRef })[];
  readonly withdrawn: readonly string[];
}

/** A public key of the shelf as `shelf.json` gives it. */
export const PublicKeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.string(),
  y: v.string(),
});

/**
 * The catalogue, if `key` signed exactly these bytes and it is not older than what was seen before.
 * Store `sequence` only once this has resolved.
 * @throws ShelfError `too-large`, `not-signed`, `malformed`, `newer` or `older`.
 */
export async function verifyCatalogue(
  jws: string,
  key: JWK,
  { minimumSequence = 0 }: { readonly minimumSequence?: number } = {},
): Promise<Catalogue> {
  const payload = await verifyPayload(jws, key);
  if (payload.sequence < minimumSequence) {
    throw new ShelfError('older', `sequence ${payload.sequence}, seen ${minimumSequence}`);
  }
  return catalogueOf(payload);
}

/** As `verifyCatalogue`, for the hub, which goes on writing the payload. */
export async function verifyPayload(jws: string, key: JWK): Promise<CataloguePayload> {
  if (jws.length > maxCatalogueCharacters)
    throw new ShelfError('too-large', `catalogue of ${jws.length} characters`);
  return parseStrict(
    CataloguePayloadSchema,
    new TextDecoder('utf-8', { fatal: true }).decode(await signedBytes(jws, key)),
    'catalogue',
  );
}

async function signedBytes(jws: string, key: JWK): Promise<Uint8Array> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws.trim(), v.parse(PublicKeySchema, key), {
      algorithms: ['ES256'],
    });
    if (protectedHeader.typ !== catalogueJwsType) throw new Error(`typ is ${protectedHeader.typ}`);
    return payload;
  } catch (cause) {
    throw new ShelfError('not-signed', cause instanceof Error ? cause.message : 'catalogue');
  }
}

export function publicationsOf(feed: Feed): Publication[] {
  return feed.groups?.flatMap((group) => group.publications) ?? [];
}

function catalogueOf(payload: CataloguePayload): Catalogue {
  try {
    const { sequence, issued, expires, clubs, withdrawn, feed } = payload;
    return { sequence, issued, expires, clubs, withdrawn, issues: publicationsOf(feed).map(summaryOf) };
  } catch (cause) {
    throw new ShelfError('malformed', cause instanceof Error ? cause.message : 'catalogue');
  }
}

/** The drawing is preferred as cover: it takes the theme's colour. */
function summaryOf({ metadata, links, images }: Publication): Catalogue['issues'][number] {
  const drawing = images.find((image) => image.type === 'image/svg+xml') ?? images[0];
  if (drawing === undefined) throw new Error('an issue without cover');
  return {
    ...metadata.samePage,
    club: v.parse(ClubIdSchema, metadata.samePage.club),
    title: metadata.title,
    summary: metadata.description,
    cover: refOf(drawing),
    manifest: refOf(links[0]),
  };
}
