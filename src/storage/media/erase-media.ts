import { deleteDB } from 'idb';
import { HUB_DATABASE } from '../drafts/hub-database-name.ts';
import { deleteMediaDatabase } from './media-database.ts';
import { withMediaErrors } from './media-error.ts';
import { orNull, type MediaRoot } from './opfs-files.ts';

/** Every medium of these roots and the choice of store, as if nothing was ever stored. `busy` while something is being written. */
export function eraseMedia(roots: readonly MediaRoot[]): Promise<void> {
  return withMediaErrors(async () => {
    // Where an engine has no private files, there is nothing in them.
    const root = await navigator.storage?.getDirectory?.().catch(() => null);
    for (const name of roots) {
      if (root) await orNull(root.removeEntry(name, { recursive: true }));
      if (typeof indexedDB === 'undefined') continue;
      await deleteMediaDatabase(name);
      // Beside drafts there is what was agreed on with the hub; without them it is nothing.
      if (name === 'drafts') await deleteDB(HUB_DATABASE);
    }
  });
}
