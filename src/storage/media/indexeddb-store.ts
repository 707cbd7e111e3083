/** Media as records of a database, for engines without private files that a worker can write. */
import { lockFile } from './file-lock.ts';
import { createRecordWriter } from './indexeddb-writer.ts';
import { withMediaDatabase, type MediaDatabase } from './media-database.ts';
import { MediaStoreError, requireSha256, withMediaErrors } from './media-error.ts';
import { readRecords } from './media-records.ts';
import type { MediaStore, StoredFile } from './media-store.ts';
import type { MediaRoot } from './opfs-files.ts';

export function createIndexedDbStore(root: MediaRoot = 'media'): MediaStore {
  const onFile = <T>(sha256: string, work: (database: MediaDatabase) => Promise<T>): Promise<T> =>
    withMediaErrors(() => {
      requireSha256(sha256);
      return withMediaDatabase(work, root);
    });

  return {
    kind: 'indexeddb',
    slice: (sha256, start, end) => onFile(sha256, (database) => sliceOf(database, sha256, start, end)),
    sealedSize: (sha256) =>
      onFile(sha256, async (database) => {
        const file = await database.get('files', sha256);
        return file?.sealed ? file.bytes : null;
      }),
    list: () => withMediaErrors(() => withMediaDatabase((database) => database.getAll('files'), root)),
    remove: (sha256) => withMediaErrors(() => removeLocked(root, sha256)),
    write: (sha256) => withMediaErrors(() => openWriter(root, sha256)),
  };
}

async function sliceOf(
  database: MediaDatabase,
  sha256: string,
  from: number,
  to: number,
): Promise<Blob | null> {
  const file = await database.get('files', sha256);
  if (!file?.sealed) return null;
  const parts: Blob[] = [];
  // A Blob at once: its bytes may leave this process's memory, and the rest of the record is let go.
  const range = [Math.max(0, from), Math.min(to, file.bytes)] as const;
  await readRecords(database, sha256, range, (part) => parts.push(new Blob([part])));
  return new Blob(parts);
}

async function removeLocked(root: MediaRoot, sha256: string): Promise<void> {
  requireSha256(sha256);
  const release = await lockFile(sha256);
  try {
    await withMediaDatabase((database) => removeFile(database, sha256), root);
  } finally {
    await release();
  }
}

async function removeFile(database: MediaDatabase, sha256: string): Promise<void> {
  const removing = database.transaction(['files', 'records'], 'readwrite');
  await Promise.all([
    removing.objectStore('files').delete(sha256),
    removing.objectStore('records').delete(IDBKeyRange.bound([sha256], [sha256, []])),
    removing.done,
  ]);
}

async function openWriter(root: MediaRoot, sha256: string): ReturnType<MediaStore['write']> {
  requireSha256(sha256);
  const release = await lockFile(sha256);
  try {
    const file = await withMediaDatabase((database) => openPartial(database, sha256), root);
    if (file.sealed) throw new MediaStoreError('refused', `Sealed files are not written: ${sha256}`);
    return createRecordWriter({ root, sha256, bytes: file.bytes, release });
  } catch (error) {
    await release();
    throw error;
  }
}

async function openPartial(database: MediaDatabase, sha256: string): Promise<StoredFile> {
  const opening = database.transaction('files', 'readwrite');
  const found = await opening.store.get(sha256);
  const file = found ?? { sha256, bytes: 0, sealed: false };
  if (found === undefined) await opening.store.put(file);
  await opening.done;
  return file;
}
