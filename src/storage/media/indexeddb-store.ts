/** Media as 4 MiB records, for engines without private files that a worker can write. */
import { lockFile } from './file-lock.ts';
import { createChunkWriter } from './indexeddb-writer.ts';
import { withMediaDatabase, type MediaDatabase } from './media-database.ts';
import { MediaStoreError, requireSha256, withMediaErrors } from './media-error.ts';
import { CHUNK_BYTES, type MediaStore, type StoredFile } from './media-store.ts';

export function createIndexedDbStore(): MediaStore {
  const onFile = <T>(sha256: string, work: (database: MediaDatabase) => Promise<T>): Promise<T> =>
    withMediaErrors(() => {
      requireSha256(sha256);
      return withMediaDatabase(work);
    });

  return {
    kind: 'indexeddb',
    slice: (sha256, start, end) => onFile(sha256, (database) => sliceOf(database, sha256, start, end)),
    sealedSize: (sha256) =>
      onFile(sha256, async (database) => {
        const file = await database.get('files', sha256);
        return file?.sealed ? file.bytes : null;
      }),
    list: () => withMediaErrors(() => withMediaDatabase((database) => database.getAll('files'))),
    remove: (sha256) => withMediaErrors(() => removeLocked(sha256)),
    write: (sha256) => withMediaErrors(() => openWriter(sha256)),
  };
}

async function sliceOf(
  database: MediaDatabase,
  sha256: string,
  from: number,
  to: number,
): Promise<Blob | null> {
  const reading = database.transaction(['files', 'chunks']);
  const file = await reading.objectStore('files').get(sha256);
  if (!file?.sealed) return null;
  const start = Math.max(0, from);
  const end = Math.min(to, file.bytes);
  const parts: Blob[] = [];
  for (let index = Math.floor(start / CHUNK_BYTES); index * CHUNK_BYTES < end; index++) {
    const chunk = await reading.objectStore('chunks').get([sha256, index]);
    if (chunk === undefined) throw new MediaStoreError('gone', `Chunk ${index} of ${sha256} is missing`);
    const offset = index * CHUNK_BYTES;
    // A Blob at once: its bytes may leave this process's memory, and the rest of the chunk is let go.
    parts.push(new Blob([chunk.subarray(Math.max(0, start - offset), end - offset)]));
  }
  return new Blob(parts);
}

async function removeLocked(sha256: string): Promise<void> {
  requireSha256(sha256);
  const release = await lockFile(sha256);
  try {
    await withMediaDatabase((database) => removeFile(database, sha256));
  } finally {
    await release();
  }
}

async function removeFile(database: MediaDatabase, sha256: string): Promise<void> {
  const removing = database.transaction(['files', 'chunks'], 'readwrite');
  await Promise.all([
    removing.objectStore('files').delete(sha256),
    removing.objectStore('chunks').delete(IDBKeyRange.bound([sha256], [sha256, []])),
    removing.done,
  ]);
}

async function openWriter(sha256: string): ReturnType<MediaStore['write']> {
  requireSha256(sha256);
  const release = await lockFile(sha256);
  try {
    const file = await withMediaDatabase((database) => openPartial(database, sha256));
    if (file.sealed) throw new MediaStoreError('refused', `Sealed files are not written: ${sha256}`);
    return createChunkWriter({ sha256, bytes: file.bytes, release });
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
