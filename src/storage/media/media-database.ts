/**
 * A database of its own for media: the texts' database is migrated and cleared without touching gigabytes, and a
 * download in progress never makes a reader's progress wait.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { MediaStoreKind, StoredFile } from './media-store.ts';
import type { MediaRoot } from './opfs-files.ts';

/** By what the store is for. The drafts' own is never touched by making room, nor by erasing the shelf's media. */
const NAMES: Readonly<Record<MediaRoot, string>> = {
  media: 'same-page-media',
  drafts: 'same-page-draft-files',
};

export interface MediaSchema extends DBSchema {
  files: { key: string; value: StoredFile };
  /** By file and number; all of `RECORD_BYTES` but the last. */
  records: { key: [string, number]; value: Uint8Array<ArrayBuffer> };
  /** Which store this profile uses, under the one key `kind`. */
  choice: { key: 'kind'; value: MediaStoreKind };
}
export type MediaDatabase = IDBPDatabase<MediaSchema>;

const connections = new Map<MediaRoot, Promise<MediaDatabase>>();

// The promise is kept before anything is awaited, so that two callers never open two connections.
function connect(root: MediaRoot): Promise<MediaDatabase> {
  const known = connections.get(root);
  if (known !== undefined) return known;
  const opening = open(root);
  connections.set(root, opening);
  return opening;
}

async function open(root: MediaRoot): Promise<MediaDatabase> {
  try {
    return await openDB<MediaSchema>(NAMES[root], 1, {
      upgrade(database) {
        database.createObjectStore('files', { keyPath: 'sha256' });
        database.createObjectStore('records');
        database.createObjectStore('choice');
      },
      // Another context erases everything: let go at once.
      blocking: () => void disconnect(root),
      terminated: () => void connections.delete(root),
    });
  } catch (error) {
    connections.delete(root);
    throw error;
  }
}

async function disconnect(root: MediaRoot): Promise<void> {
  const opened = connections.get(root);
  connections.delete(root);
  if (opened) (await opened).close();
}

// Safari drops idle connections: the next call fails once, and works on a fresh connection.
// https://bugs.webkit.org/show_bug.cgi?id=197050
function isDropped(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError'].includes(error.name);
}

/** `work` may run twice, so it must come to the same when repeated. */
export async function withMediaDatabase<T>(
  work: (database: MediaDatabase) => Promise<T>,
  root: MediaRoot = 'media',
): Promise<T> {
  try {
    return await work(await connect(root));
  } catch (error) {
    if (!isDropped(error)) throw error;
    connections.delete(root);
    return work(await connect(root));
  }
}

/** Every other context lets go by itself; one that cannot (a frozen tab) makes this wait for it. */
export async function deleteMediaDatabase(root: MediaRoot): Promise<void> {
  await disconnect(root).catch(() => undefined);
  await deleteDB(NAMES[root]);
}
