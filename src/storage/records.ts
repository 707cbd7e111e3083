/** Records by key: the few operations the app needs, over IndexedDB or, where that is refused, over memory. */
import type { StoreKey, StoreValue } from 'idb';
import { KEY_PATHS, type Schema, type StoreName } from './schema.ts';

export interface Records {
  get<S extends StoreName>(store: S, key: StoreKey<Schema, S>): Promise<StoreValue<Schema, S> | undefined>;
  all<S extends StoreName>(store: S): Promise<StoreValue<Schema, S>[]>;
  put<S extends StoreName>(store: S, value: StoreValue<Schema, S>): Promise<void>;
  /** Reads and writes in one transaction, whoever else writes; null from `next` leaves the record as it is. */
  change<S extends StoreName>(
    store: S,
    key: StoreKey<Schema, S>,
    next: (before: StoreValue<Schema, S> | undefined) => StoreValue<Schema, S> | null,
  ): Promise<void>;
  remove<S extends StoreName>(store: S, key: StoreKey<Schema, S>): Promise<void>;
  /** All of them or none. */
  clear(stores: readonly StoreName[]): Promise<void>;
}

type Tables = { [S in StoreName]?: Map<string, StoreValue<Schema, S>> };

export function createMemoryRecords(): Records {
  const tables: Tables = {};
  const table = <S extends StoreName>(store: S): Map<string, StoreValue<Schema, S>> => {
    const kept: Tables[S] = tables[store];
    if (kept) return kept;
    const made: NonNullable<Tables[S]> = new Map();
    tables[store] = made;
    return made;
  };
  return {
    get: async (store, key) => table(store).get(JSON.stringify(key)),
    all: async (store) => [...table(store).values()],
    put: async (store, value) => void table(store).set(keyOf(store, value), value),
    change: async (store, key, next) => {
      const value = next(table(store).get(JSON.stringify(key)));
      if (value !== null) table(store).set(JSON.stringify(key), value);
    },
    remove: async (store, key) => void table(store).delete(JSON.stringify(key)),
    clear: async (stores) => {
      for (const store of stores) table(store).clear();
    },
  };
}

function keyOf(store: StoreName, value: object): string {
  const path: string | readonly string[] = KEY_PATHS[store];
  const members = new Map(Object.entries(value));
  return JSON.stringify(
    typeof path === 'string' ? members.get(path) : path.map((member) => members.get(member)),
  );
}
