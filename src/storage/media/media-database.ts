/**
 * A database of its own for media: the texts' database is migrated and cleared without touching gigabytes, and a
 * download in progress never makes a reader's progress wait.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { MediaStoreKind, StoredFile } from './media-store.ts';

export const MEDIA_DATABASE = 'same-page-media';

export interface MediaSchema extends DBSchema {
  files: { key: string; value: StoredFile };
  /** By file and number; all of `RECORD_BYTES` but the last. */
  records: { key: [string, number]; value: Uint8Array<ArrayBuffer> };
  /** Which store this profile uses, under the one key `kind`. */
  choice: { key: 'kind'; value: MediaStoreKind };
}
export type MediaDatabase = IDBPDatabase<MediaSchema>;

let connection: Promise<MediaDatabase> | null = null;

// The promise is kept before anything is awaited, so that two callers never open two connections.
function connect(): Promise<MediaDatabase> {
  connection ??= open();
  return connection;
}

async function open(): Promise<MediaDatabase> {
  try {
    return await openDB<MediaSchema>(MEDIA_DATABASE, 1, {
      upgrade(database) {
        database.createObjectStore('files', { keyPath: 'sha256' });
        database.createObjectStore('records');
        database.createObjectStore('choice');
      },
      // Another context erases everything: let go at once.
      blocking: () => void disconnect(),
      terminated: () => void (connection = null),
    });
  } catch (error) {
    connection = null;
    throw error;
  }
}

async function disconnect(): Promise<void> {
  const opened = connection;
  connection = null;
  if (opened) (await opened).close();
}

// Safari drops idle connections: the next call fails once, and works on a fresh connection.
// https://bugs.webkit.org/show_bug.cgi?id=197050
function isDropped(error: unknown): boolean {
  return error instanceof DOMException && ['InvalidStateError', 'UnknownError'].includes(error.name);
}

/** `work` may run twice, so it must come to the same when repeated. */
export async function withMediaDatabase<T>(work: (database: MediaDatabase) => Promise<T>): Promise<T> {
  try {
    return await work(await connect());
  } catch (error) {
    if (!isDropped(error)) throw error;
    connection = null;
    return work(await connect());
  }
}

/** Every other context lets go by itself; one that cannot (a frozen tab) makes this wait for it. */
export async function deleteMediaDatabase(): Promise<void> {
  await disconnect().catch(() => undefined);
  await deleteDB(MEDIA_DATABASE);
}
