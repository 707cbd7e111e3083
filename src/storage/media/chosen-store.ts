/** What was decided for this profile; nobody decides here. */
import { createIndexedDbStore } from './indexeddb-store.ts';
import { withMediaDatabase } from './media-database.ts';
import { withMediaErrors } from './media-error.ts';
import type { MediaStore, MediaStoreKind } from './media-store.ts';
import { createOpfsStore } from './opfs-store.ts';

export function createStore(kind: MediaStoreKind): MediaStore {
  return kind === 'opfs' ? createOpfsStore() : createIndexedDbStore();
}

/** Null as long as nothing was ever stored. For a service worker, which can read but not try. */
export async function chosenStore(): Promise<MediaStore | null> {
  const kind = await withMediaErrors(() => withMediaDatabase((database) => database.get('choice', 'kind')));
  return kind === undefined ? null : createStore(kind);
}
