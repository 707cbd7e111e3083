/**
 * What this machine and the hub agree on, and where uploads go on: in a database of its own, which members' pages never open. Lost, all
 * is compared anew and nothing else is.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DraftSyncRecord } from './draft-records.ts';
import { withDraftErrors } from './draft-store-error.ts';
import { HUB_DATABASE } from './hub-database-name.ts';

interface Schema extends DBSchema {
  months: { key: string; value: DraftSyncRecord };
  /** A file's id → where its upload goes on. */
  uploads: { key: string; value: string };
}

/** Kept when a write resolves, also when the browser is killed in the next moment. */
const STRICT = { durability: 'strict' } as const;

let opening: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>(HUB_DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore('months', { keyPath: 'name' });
      database.createObjectStore('uploads');
    },
    // A newer window, or erasing, gets it at once.
    blocking() {
      const before = opening;
      opening = null;
      void before?.then((database) => database.close());
    },
    terminated: () => void (opening = null),
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

export function readSync(name: string): Promise<DraftSyncRecord | null> {
  return withDraftErrors(async () => (await (await open()).get('months', name)) ?? null);
}

export function putSync(record: DraftSyncRecord): Promise<void> {
  return withDraftErrors(async () => {
    const saving = (await open()).transaction('months', 'readwrite', STRICT);
    await Promise.all([saving.store.put(record), saving.done]);
  });
}

export function uploadPlace(file: string): Promise<string | null> {
  return withDraftErrors(async () => (await (await open()).get('uploads', file)) ?? null);
}

export function noteUploadPlace(file: string, url: string): Promise<void> {
  return withDraftErrors(async () => {
    const noting = (await open()).transaction('uploads', 'readwrite', STRICT);
    await Promise.all([noting.store.put(url, file), noting.done]);
  });
}

export function forgetUploadPlace(file: string): Promise<void> {
  return withDraftErrors(async () => (await open()).delete('uploads', file));
}
