/** The shelf of a data folder, ready to be read and written: store, keys and clubs. */
import { dataPaths, type HubConfig } from './config.ts';
import { readClubs } from './clubs.ts';
import { readKeys, readOrCreateKeys, type ShelfKeys } from './keys.ts';
import type { Club } from '../core/shelf/issue.ts';
import { openStore } from './store/open-store.ts';
import type { ShelfStore } from './store/store.ts';
import { withWriteLock } from './store/write-lock.ts';

export interface OpenShelf {
  readonly store: ShelfStore;
  /** As they were when the lock was last taken: the command line may change them beside a running hub. */
  readonly keys: ShelfKeys;
  /** As they are now, for who reads without the lock; from here on `keys` too. */
  freshKeys(): Promise<ShelfKeys>;
  readonly clubs: readonly Club[];
  /** A folder for files in the making, on the data folder's own file system. */
  readonly temporary: string;
  /** One writer at a time, this process and others alike, and other hubs on the same bucket. */
  withLock<T>(work: () => Promise<T>): Promise<T>;
}

/** @throws HubError `key-unreadable`, `clubs-unreadable` or `busy`, and what `openStore` throws. */
export async function openShelf(config: Pick<HubConfig, 'data' | 'starter' | 'store'>): Promise<OpenShelf> {
  const { data, starter } = config;
  const store = await openStore(config);
  let keys = await withWriteLock(data, () => readOrCreateKeys(data));
  return {
    store,
    get keys() {
      return keys;
    },
    async freshKeys() {
      keys = (await readKeys(data)) ?? keys;
      return keys;
    },
    clubs: await readClubs(data, starter),
    temporary: dataPaths(data).temporary,
    withLock: (work) =>
      withWriteLock(data, () =>
        store.whileAlone(async () => {
          keys = await readOrCreateKeys(data);
          return work();
        }),
      ),
  };
}
