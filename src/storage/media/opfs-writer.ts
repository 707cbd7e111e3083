import { MediaStoreError, toMediaError } from './media-error.ts';
import type { MediaWriter } from './media-store.ts';
import { sealPart, type SyncAccess } from './opfs-files.ts';

interface OpenPart {
  readonly folder: FileSystemDirectoryHandle;
  readonly sha256: string;
  readonly access: SyncAccess;
  readonly release: () => Promise<void>;
}

export function createOpfsWriter({ folder, sha256, access, release }: OpenPart): MediaWriter {
  let size = access.getSize();
  let isOpen = true;

  // Synchronous on disk, a promise to the caller, as the interface has it.
  async function whileOpen<T>(work: () => T): Promise<T> {
    if (!isOpen) throw new MediaStoreError('refused', 'This writer is closed');
    try {
      return work();
    } catch (error) {
      throw toMediaError(error);
    }
  }

  // A failed or short write may have made the file longer; what was verified must be all that is there.
  function append(bytes: Uint8Array<ArrayBuffer>): void {
    try {
      const written = access.write(bytes, { at: size });
      if (written < bytes.byteLength) throw new MediaStoreError('full', 'Only a part could be written');
    } catch (error) {
      access.truncate(size);
      throw error;
    }
    size += bytes.byteLength;
  }

  function overwrite(at: number, bytes: Uint8Array<ArrayBuffer>): void {
    if (!(at >= 0 && at + bytes.byteLength <= size))
      throw new MediaStoreError('refused', `Cannot overwrite ${at} to ${at + bytes.byteLength} of ${size}`);
    if (access.write(bytes, { at }) < bytes.byteLength)
      throw new MediaStoreError('full', 'Only a part could be written');
  }

  function read(start: number, end: number): Uint8Array<ArrayBuffer> {
    const from = Math.min(Math.max(0, start), size);
    const into = new Uint8Array(Math.max(0, Math.min(end, size) - from));
    if (access.read(into, { at: from }) < into.byteLength) {
      throw new MediaStoreError('gone', `${sha256} is shorter on disk than it was`);
    }
    return into;
  }

  function truncate(bytes: number): void {
    if (!(bytes >= 0 && bytes <= size))
      throw new MediaStoreError('refused', `Cannot cut ${size} to ${bytes}`);
    access.truncate(bytes);
    size = bytes;
  }

  return {
    get bytes() {
      return size;
    },
    truncate: (bytes) => whileOpen(() => truncate(bytes)),
    overwrite: (at, bytes) => whileOpen(() => overwrite(at, bytes)),
    append: (bytes) => whileOpen(() => append(bytes)),
    read: (start, end) => whileOpen(() => read(start, end)),
    flush: () => whileOpen(() => access.flush()),
    async seal() {
      await whileOpen(() => access.flush());
      isOpen = false;
      try {
        // A file with an open access handle cannot be renamed.
        access.close();
        await sealPart(folder, sha256);
      } catch (error) {
        throw toMediaError(error);
      } finally {
        await release();
      }
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      access.close();
      await release();
    },
  };
}
