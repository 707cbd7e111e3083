import { deleteDB } from 'idb';
import { HUB_DATABASE } from '../drafts/hub-database-name.ts';
import { deleteMediaDatabase } from './media-database.ts';
import { toMediaError, MediaStoreError, withMediaErrors } from './media-error.ts';
import { whileNobodyWrites } from './media-writers.ts';
import { orNull, type MediaRoot } from './opfs-files.ts';

/** A writer that was ended lets go of its file a moment later; one that does not hear is waited for no longer than this. */
const PATIENCE_MS = 10_000;
const AGAIN_MS = 100;

/**
 * Every medium of these roots and the choice of store, as if nothing was ever stored. What any window writes ends first; `busy` when
 * one does not hear (a frozen tab). `afterwards` is done in either case, before anybody writes again.
 */
export function eraseMedia(roots: readonly MediaRoot[], afterwards: () => void): Promise<void> {
  return withMediaErrors(() => whileNobodyWrites(() => eraseAll(roots).finally(afterwards)));
}

async function eraseAll(roots: readonly MediaRoot[]): Promise<void> {
  // Where an engine has no private files, there is nothing in them.
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  for (const name of roots) {
    if (root) await removeFolder(root, name);
    if (typeof indexedDB === 'undefined') continue;
    await deleteMediaDatabase(name);
    // Beside drafts there is what was agreed on with the hub; without them it is nothing.
    if (name === 'drafts') await deleteDB(HUB_DATABASE);
  }
}

async function removeFolder(root: FileSystemDirectoryHandle, name: MediaRoot): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return void (await orNull(root.removeEntry(name, { recursive: true })));
    } catch (error) {
      const known = toMediaError(error);
      if (!(known instanceof MediaStoreError && known.fault === 'busy') || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
