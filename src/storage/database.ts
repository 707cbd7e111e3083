/**
 * One connection for the whole app. What cannot be saved is said (`storageState`), kept in memory meanwhile, and never
 * stops anyone from reading: no function here rejects because storage failed.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { isPreview } from './is-preview.ts';
import { createMemoryRecords, type Records } from './records.ts';
import { MIGRATIONS, STORE_NAMES, type Schema } from './schema.ts';

export const DATABASE_NAME = 'same-page';

export type StorageState =
  | 'kept'
  /** IndexedDB is missing or refused: everything is forgotten when the page closes. */
  | 'memory'
  /** An older window of the app holds the old database open. */
  | 'blocked'
  /** The tablet has no room left; the last change is in memory only. */
  | 'full';

const state = signal<StorageState>('kept');
export const storageState: ReadonlySignal<StorageState> = state;

const memory = createMemoryRecords();
let connection: Promise<IDBPDatabase<Schema>> | null = null;

// The promise is kept before anything is awaited, so that two callers never open two connections.
function connect(): Promise<IDBPDatabase<Schema>> {
  if (connection) return connection;
  const opening = open();
  connection = opening;
  // What could not be opened now may open later.
  opening.catch(() => {
    if (connection === opening) connection = null;
  });
  return opening;
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(DATABASE_NAME, MIGRATIONS.length, {
    async upgrade(upgrading, oldVersion, _newVersion, transaction) {
      for (const migrate of MIGRATIONS.slice(oldVersion)) await migrate(upgrading, transaction);
    },
    blocked: () => void (state.value = 'blocked'),
    // A newer window wants to upgrade: let go at once, or it waits for as long as this page is open.
    blocking: () => void disconnect(),
    terminated: () => void (connection = null),
  });
  if (state.value === 'blocked') state.value = 'kept';
  return database;
}

async function disconnect(): Promise<void> {
  const open = connection;
  connection = null;
  if (open) (await open).close();
}

// Safari drops idle connections: the next call fails once, and works on a fresh connection.
// https://bugs.webkit.org/show_bug.cgi?id=197050
function isDropped(error: unknown): boolean {
  return ['InvalidStateError', 'UnknownError'].includes(storageFault(error) ?? '');
}

function toRecords(database: IDBPDatabase<Schema>): Records {
  return {
    get: (store, key) => database.get(store, key),
    all: (store) => database.getAll(store),
    put: async (store, value) => void (await database.put(store, value)),
    change: async (store, key, next) => {
      const changing = database.transaction(store, 'readwrite');
      const value = next(await changing.store.get(key));
      await Promise.all([value === null ? undefined : changing.store.put(value), changing.done]);
    },
    remove: (store, key) => database.delete(store, key),
    clear: async (stores) => {
      const transaction = database.transaction([...stores], 'readwrite');
      await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
    },
  };
}

async function onDisk<T>(work: (records: Records) => Promise<T>): Promise<T> {
  try {
    return await work(toRecords(await connect()));
  } catch (error) {
    if (!isDropped(error)) throw error;
    connection = null;
    return work(toRecords(await connect()));
  }
}

// Texts can be fetched again, a person's progress cannot: texts give way.
async function makeRoom<T>(work: (records: Records) => Promise<T>): Promise<T> {
  await onDisk((records) => records.clear(['texts']));
  return onDisk(work);
}

/**
 * Runs `work` on the database, once more on a fresh connection if it was dropped, once more with room made if the
 * tablet is full, else on memory. Errors that are not storage's own are the caller's and come back.
 */
export async function withRecords<T>(work: (records: Records) => Promise<T>): Promise<T> {
  if (isPreview) return work(memory);
  if (typeof indexedDB === 'undefined') state.value = 'memory';
  if (state.value === 'memory') return work(memory);
  try {
    return await onDisk(work).catch((error: unknown) => {
      // Quota errors arrive as the transaction's abort; only the name says so.
      if (storageFault(error) !== 'QuotaExceededError') throw error;
      return makeRoom(work);
    });
  } catch (error) {
    const fault = storageFault(error);
    if (fault === null) throw error;
    connection = null;
    state.value = fault === 'QuotaExceededError' ? 'full' : 'memory';
    return work(memory);
  }
}

/**
 * For what has no meaning in memory: the library's journal. Once more on a fresh connection if it was dropped, once
 * more with room made if the tablet is full; then the engine's error is the caller's.
 */
export async function withDatabase<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  if (isPreview) throw new Error('A preview keeps nothing');
  try {
    return await work(await connect());
  } catch (error) {
    if (isDropped(error)) connection = null;
    else if (storageFault(error) === 'QuotaExceededError') await (await connect()).clear('texts');
    else throw error;
    return work(await connect());
  }
}

function storageFault(error: unknown): string | null {
  return error instanceof DOMException ? error.name : null;
}

/** Deletes the database itself. Another window that still holds it keeps it until that window lets go. */
export async function deleteDatabase(): Promise<void> {
  await disconnect().catch(() => undefined);
  await memory.clear(STORE_NAMES);
  if (isPreview) return;
  if (typeof indexedDB === 'undefined') return;
  await deleteDB(DATABASE_NAME, { blocked: () => void (state.value = 'blocked') });
}
