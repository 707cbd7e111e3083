/**
 * Deletes blobs no issue on the shelf names any more. Run when an issue is taken back, so that a signer who no longer
 * agrees to be shown is really gone; an ordinary new revision leaves the old one for tablets still installing it.
 */
import type { Publication } from '../../core/shelf/feed.ts';
import type { OpenShelf } from '../open-shelf.ts';
import { changeShelf } from '../shelf-state.ts';
import { filesOfShelf } from '../store/shelf-files.ts';
import type { ShelfStore } from '../store/store.ts';

/** @throws when a manifest on the shelf cannot be read; then nothing is deleted. */
export async function sweep(store: ShelfStore, publications: readonly Publication[]): Promise<void> {
  const kept = await filesOfShelf(store, publications);
  for (const href of await store.listBlobs()) if (!kept.has(href)) await store.removeBlob(href);
}

/**
 * By itself, where a withdrawal was cut short. The catalogue is switched first, to the same contents: whoever had read the one before, and
 * was about to name a file that only lies there still, has to begin anew and puts that file again.
 */
export async function sweepShelf(shelf: OpenShelf, now: Date): Promise<void> {
  await changeShelf(
    shelf,
    now,
    async ({ publications, withdrawn }) => ({
      contents: { publications, withdrawn },
      result: undefined,
    }),
    { afterwards: ({ publications }) => sweep(shelf.store, publications) },
  );
}
