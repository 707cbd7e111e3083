/** `/media/<sha256>?type=video/mp4[&shelf=blobs/sha256/ab/<sha256>.mp4]`: what a page asks the service worker for. */
import { blobHref } from '../core/shelf/blob-href.ts';

export const MEDIA_PATH = '/media/';

export interface MediaAddress {
  readonly sha256: string;
  readonly type: string;
  /** Where on the shelf the same bytes are, from its root; null when the page did not say. */
  readonly href: string | null;
}

/** What the product shows or plays. Anything else under this origin could act as a page of ours. */
const TYPES: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/webm',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/svg+xml',
]);

/** Null for whatever is not exactly such an address. */
export function parseMediaAddress(url: URL): MediaAddress | null {
  const sha256 = /^\/media\/(?<sha256>[0-9a-f]{64})$/u.exec(url.pathname)?.groups?.['sha256'];
  const type = url.searchParams.get('type') ?? '';
  if (sha256 === undefined || !TYPES.has(type)) return null;
  const href = url.searchParams.get('shelf');
  return href === null || isBlobOf(sha256, href) ? { sha256, type, href } : null;
}

/** The name is the content: an address of other content is not a second place for this one. */
function isBlobOf(sha256: string, href: string): boolean {
  const extension = href.slice(href.lastIndexOf('.') + 1);
  return /^[a-z0-9]{1,8}$/u.test(extension) && href === blobHref(sha256, extension);
}
