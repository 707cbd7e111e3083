/**
 * Deletes blobs no issue on the shelf names any more. Run when an issue is taken back, so that a signer who no longer
 * agrees to be shown is really gone; an ordinary new revision leaves the old one for tablets still installing it.
 */
import type { Publication } from '../../core/shelf/feed.ts';
import { filesOfShelf } from '../store/shelf-files.ts';
import type { ShelfStore } from '../store/store.ts';

/** @throws when a manifest on the shelf cannot be read; then nothing is deleted. */
export async function sweep(store: ShelfStore, publications: readonly Publication[]): Promise<void> {
  const kept = await filesOfShelf(store, publications);
  for (const href of await store.listBlobs()) if (!kept.has(href)) await store.removeBlob(href);
}
