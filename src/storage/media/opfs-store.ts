/** Media in the origin's private file system: slices are the disk's own, so nothing is read before it is used. */
import { lockFile } from './file-lock.ts';
import { MediaStoreError, requireSha256, withMediaErrors } from './media-error.ts';
import type { MediaStore } from './media-store.ts';
import { createOpfsWriter } from './opfs-writer.ts';
import {
  canOpenSync,
  listFiles,
  mediaFolder,
  partHandle,
  removeFile,
  sealedFile,
  type MediaRoot,
} from './opfs-files.ts';

export function createOpfsStore(root: MediaRoot = 'media'): MediaStore {
  const find = (sha256: string): Promise<File | null> =>
    withMediaErrors(async () => {
      requireSha256(sha256);
      return sealedFile(await mediaFolder(root), sha256);
    });

  return {
    kind: 'opfs',
    async slice(sha256, start, end) {
      const file = await find(sha256);
      return file && file.slice(Math.max(0, start), Math.max(0, start, end));
    },
    sealedSize: async (sha256) => (await find(sha256))?.size ?? null,
    list: () => withMediaErrors(async () => listFiles(await mediaFolder(root))),
    remove: (sha256) => withMediaErrors(() => removeLocked(root, sha256)),
    write: (sha256) => withMediaErrors(() => openWriter(root, sha256)),
  };
}

async function removeLocked(root: MediaRoot, sha256: string): Promise<void> {
  requireSha256(sha256);
  const release = await lockFile(sha256);
  try {
    await removeFile(await mediaFolder(root), sha256);
  } finally {
    await release();
  }
}

async function openWriter(root: MediaRoot, sha256: string): ReturnType<MediaStore['write']> {
  requireSha256(sha256);
  const release = await lockFile(sha256);
  try {
    const folder = await mediaFolder(root);
    if ((await sealedFile(folder, sha256)) !== null) {
      throw new MediaStoreError('refused', `Sealed files are not written: ${sha256}`);
    }
    const part = await partHandle(folder, sha256);
    if (!canOpenSync(part)) throw new MediaStoreError('refused', 'Only a dedicated worker can write here');
    return createOpfsWriter({ folder, sha256, access: await part.createSyncAccessHandle(), release });
  } catch (error) {
    await release();
    throw error;
  }
}
