/** The shelf of a data folder, ready to be read and written: store, keys and clubs. */
import { dataPaths, type HubConfig } from './config.ts';
import { readClubs } from './clubs.ts';
import { readOrCreateKeys, type ShelfKeys } from './keys.ts';
import type { Club } from '../core/shelf/issue.ts';
import { folderStore } from './store/folder-store.ts';
import type { ShelfStore } from './store/store.ts';
import { withWriteLock } from './store/write-lock.ts';

export interface OpenShelf {
  readonly store: ShelfStore;
  readonly keys: ShelfKeys;
  readonly clubs: readonly Club[];
  /** A folder for files in the making, on the shelf's own file system. */
  readonly temporary: string;
  /** One writer at a time, this process and others alike. */
  withLock<T>(work: () => Promise<T>): Promise<T>;
}

/** @throws HubError `key-unreadable`, `clubs-unreadable` or `busy`. */
export async function openShelf({ data, starter }: Pick<HubConfig, 'data' | 'starter'>): Promise<OpenShelf> {
  const paths = dataPaths(data);
  const withLock = <T>(work: () => Promise<T>): Promise<T> => withWriteLock(data, work);
  return {
    store: folderStore(paths.shelf, paths.temporary),
    keys: await withLock(() => readOrCreateKeys(data)),
    clubs: await readClubs(data, starter),
    temporary: paths.temporary,
    withLock,
  };
}
