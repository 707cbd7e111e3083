import { deleteMediaDatabase } from './media-database.ts';
import { withMediaErrors } from './media-error.ts';
import { MEDIA_FOLDER, orNull } from './opfs-files.ts';

/** Every medium and the choice of store, as if nothing was ever stored. `busy` while something is being written. */
export function eraseMedia(): Promise<void> {
  return withMediaErrors(async () => {
    // Where an engine has no private files, there is nothing in them.
    const root = await navigator.storage?.getDirectory?.().catch(() => null);
    if (root) await orNull(root.removeEntry(MEDIA_FOLDER, { recursive: true }));
    if (typeof indexedDB !== 'undefined') await deleteMediaDatabase();
  });
}
