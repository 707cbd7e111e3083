/**
 * Deletes blobs no issue on the shelf names any more. Run when an issue is taken back, so that a signer who no longer
 * agrees to be shown is really gone; an ordinary new revision leaves the old one for tablets still installing it.
 */
import type { Publication } from '../../core/shelf/feed.ts';
import { hrefFromRoot } from '../../core/shelf/blob-href.ts';
import type { ShelfStore } from '../store/store.ts';

/** @throws when a manifest on the shelf cannot be read; then nothing is deleted. */
export async function sweep(store: ShelfStore, publications: readonly Publication[]): Promise<void> {
  const kept = new Set<string>();
  for (const publication of publications) {
    for (const { href } of [...publication.links, ...publication.images]) kept.add(href);
    const manifest = await store.read(publication.links[0].href);
    if (manifest === null) throw new Error(`${publication.links[0].href} is missing`);
    for (const href of blobsNamedIn(new TextDecoder().decode(manifest))) kept.add(href);
  }
  for (const href of await store.listBlobs()) if (!kept.has(href)) await store.removeBlob(href);
}

/** Every address in the manifest, wherever it stands: keeping one too many harms nobody. */
function blobsNamedIn(manifest: string): string[] {
  return [...manifest.matchAll(/"(\.\.\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,8})"/gu)].map(([, href = '']) =>
    hrefFromRoot(href),
  );
}
