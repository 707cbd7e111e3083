/** What belongs to a shelf, from its catalogue down, and whether all of it is there as it was signed. */
import { createHash } from 'node:crypto';
import type { JWK } from 'jose';
import { publicationsOf, verifyPayload } from '../../core/shelf/catalogue.ts';
import { hrefFromRoot } from '../../core/shelf/blob-href.ts';
import type { Publication } from '../../core/shelf/feed.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { HubError } from '../hub-error.ts';
import type { ShelfStore } from './store.ts';

/** Every address in a manifest, wherever it stands: one too many harms nobody. */
export function blobsNamedIn(manifest: string): string[] {
  return [...manifest.matchAll(/"(\.\.\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,8})"/gu)].map(([, href = '']) =>
    hrefFromRoot(href),
  );
}

/** Address → media type; empty where only the name's ending says it. @throws HubError `blob-missing` or `blob-damaged`. */
export async function filesOfShelf(
  store: ShelfStore,
  publications: readonly Publication[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const { links, images, metadata } of publications) {
    const { href } = links[0];
    const manifest = await store.read(href);
    if (manifest === null) throw new HubError('blob-missing', { id: metadata.samePage.id, href });
    if (!href.includes(createHash('sha256').update(manifest).digest('hex')))
      throw new HubError('blob-damaged', { reason: href });
    const text = new TextDecoder().decode(manifest);
    for (const named of blobsNamedIn(text)) files.set(named, '');
    for (const link of [...links, ...images]) files.set(link.href, link.type ?? '');
    for (const blob of parseManifest(text).blobs) files.set(blob.href, blob.type);
  }
  return files;
}

/** Whether a blob is what its name says. Null where there is none. */
export async function isIntact(store: ShelfStore, href: string): Promise<boolean | null> {
  const pieces = await store.stream(href);
  if (pieces === null) return null;
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return href.includes(hash.digest('hex'));
}

export interface VerifiedShelf {
  readonly sequence: number;
  readonly issues: readonly string[];
  readonly files: number;
}

/**
 * Reads the whole shelf: signed by one of `keys`, everything there, every byte as its name says. Null for a shelf without a
 * catalogue.
 * @throws HubError `catalogue-unreadable`, `blob-missing` or `blob-damaged`.
 */
export async function verifyShelf(store: ShelfStore, keys: readonly JWK[]): Promise<VerifiedShelf | null> {
  const stored = await store.readCatalogue();
  if (stored === null) return null;
  const payload = await payloadSignedBy(stored.jws, keys);
  const publications = publicationsOf(payload.feed);
  const issues = publications.map(({ metadata }) => metadata.samePage.id);
  const files = await filesOfShelf(store, publications);
  for (const href of files.keys()) {
    const isWhole = await isIntact(store, href);
    if (isWhole === null) throw new HubError('blob-missing', { id: issues.join(', '), href });
    if (!isWhole) throw new HubError('blob-damaged', { reason: href });
  }
  return { sequence: payload.sequence, issues, files: files.size };
}

/** @throws HubError `catalogue-unreadable`. */
export async function payloadSignedBy(
  jws: string,
  keys: readonly JWK[],
): Promise<Awaited<ReturnType<typeof verifyPayload>>> {
  let reason = '';
  for (const key of keys) {
    try {
      return await verifyPayload(jws, key);
    } catch (error) {
      reason = error instanceof Error ? error.message : '';
    }
  }
  throw new HubError('catalogue-unreadable', { reason });
}
