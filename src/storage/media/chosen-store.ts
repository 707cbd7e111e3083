/** What was decided for this profile; nobody decides here. */
import { createIndexedDbStore } from './indexeddb-store.ts';
import { withMediaDatabase } from './media-database.ts';
import { withMediaErrors } from './media-error.ts';
import type { MediaStore, MediaStoreKind } from './media-store.ts';
import type { MediaRoot } from './opfs-files.ts';
import { createOpfsStore } from './opfs-store.ts';

export function createStore(kind: MediaStoreKind, root: MediaRoot = 'media'): MediaStore {
  return kind === 'opfs' ? createOpfsStore(root) : createIndexedDbStore(root);
}

/** Null as long as nothing was ever stored. For a service worker, which can read but not try. */
export async function chosenStore(root: MediaRoot = 'media'): Promise<MediaStore | null> {
  const kind = await withMediaErrors(() => withMediaDatabase((database) => database.get('choice', 'kind')));
  return kind === undefined ? null : createStore(kind, root);
}
