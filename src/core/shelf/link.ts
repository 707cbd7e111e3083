/**
 * Readium Link Objects as this shelf writes them, stricter than Readium's schema: every blob link promises its hash and
 * size, and a misspelt member is refused instead of ignored.
 */
import * as v from 'valibot';
import { BlobRefSchema, type BlobRef } from '../reading/model.ts';
import { hrefFromBlob, hrefFromRoot } from './blob-href.ts';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1));
const seconds = v.pipe(v.number(), v.gtValue(0));

/** What every blob link carries; a link's own kind adds to it. */
export const promised = {
  sha256,
  size: pixels,
  chunks: v.exactOptional(v.array(sha256)),
};

/** The members of a link to a blob except `properties`. */
export const blobLink = {
  href: v.string(),
  type: v.string(),
  width: v.exactOptional(pixels),
  height: v.exactOptional(pixels),
  duration: v.exactOptional(seconds),
};

export interface BlobLink {
  readonly href: string;
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  readonly properties: {
    readonly sha256: string;
    readonly size: number;
    readonly chunks?: readonly string[];
  };
}

/** A link to `ref`; `from` says whether the document naming it lies at the shelf's root or is a blob itself. */
export function linkTo(ref: BlobRef, from: 'root' | 'blob') {
  return {
    href: from === 'root' ? ref.href : hrefFromBlob(ref.href),
    type: ref.type,
    ...(ref.width !== undefined && { width: ref.width }),
    ...(ref.height !== undefined && { height: ref.height }),
    ...(ref.duration !== undefined && { duration: ref.duration }),
    properties: {
      sha256: ref.sha256,
      size: ref.size,
      ...(ref.chunks !== undefined && { chunks: ref.chunks }),
    },
  };
}

/**
 * The blob a link names.
 * @throws ValiError when the address is not a blob of this shelf, or is not the one its hash promises.
 */
export function refOf(link: BlobLink): BlobRef {
  const { properties } = link;
  const href = hrefFromRoot(link.href);
  return v.parse(NamedBySchema, {
    href,
    sha256: properties.sha256,
    size: properties.size,
    type: link.type,
    ...(properties.chunks !== undefined && { chunks: properties.chunks }),
    ...(link.width !== undefined && { width: link.width }),
    ...(link.height !== undefined && { height: link.height }),
    ...(link.duration !== undefined && { duration: link.duration }),
  });
}

const NamedBySchema = v.pipe(
  BlobRefSchema,
  v.check(
    (ref) => ref.href.startsWith(`blobs/sha256/${ref.sha256.slice(0, 2)}/${ref.sha256}.`),
    'href and hash differ',
  ),
);
