/**
 * Appends through one 4 MiB buffer, so that a chunk is written once and, with a flush after each chunk, in a single
 * transaction. The file's record and its chunks change together: what the record says is there, is there.
 */
import { withMediaDatabase } from './media-database.ts';
import { MediaStoreError, withMediaErrors } from './media-error.ts';
import { CHUNK_BYTES, type MediaWriter } from './media-store.ts';

interface OpenPartial {
  readonly sha256: string;
  readonly bytes: number;
  readonly release: () => Promise<void>;
}

export function createChunkWriter({ sha256, bytes, release }: OpenPartial): MediaWriter {
  let size = bytes;
  /** How much of `size` the database has. */
  let saved = bytes;
  /** The last chunk, from `Math.floor(saved / CHUNK_BYTES)` on; null until something is appended. */
  let tail: Uint8Array<ArrayBuffer> | null = null;
  let isDurable = true;
  let isOpen = true;

  const tailIndex = (): number => Math.floor(saved / CHUNK_BYTES);

  function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    return withMediaErrors(async () => {
      if (!isOpen) throw new MediaStoreError('refused', 'This writer is closed');
      return work();
    });
  }

  async function openTail(): Promise<Uint8Array<ArrayBuffer>> {
    const opened = new Uint8Array(CHUNK_BYTES);
    const kept = saved % CHUNK_BYTES;
    if (kept > 0) {
      const chunk = await withMediaDatabase((database) => database.get('chunks', [sha256, tailIndex()]));
      if (chunk === undefined || chunk.byteLength < kept) {
        throw new MediaStoreError('gone', `The end of ${sha256} is missing`);
      }
      opened.set(chunk.subarray(0, kept));
    }
    return opened;
  }

  /** Writes what is only in memory, and the file's record; with `sealed`, in the same transaction. */
  async function save(durability: IDBTransactionDurability, sealed = false): Promise<void> {
    const index = tailIndex();
    const length = size - index * CHUNK_BYTES;
    // A view would be stored with everything behind it.
    const chunk = length === CHUNK_BYTES ? tail : (tail?.slice(0, length) ?? null);
    try {
      await withMediaDatabase(async (database) => {
        const writing = database.transaction(['files', 'chunks'], 'readwrite', { durability });
        await Promise.all([
          chunk && size > saved && writing.objectStore('chunks').put(chunk, [sha256, index]),
          writing.objectStore('files').put({ sha256, bytes: size, sealed }),
          writing.done,
        ]);
      });
    } catch (error) {
      // The database has what it had; so has this writer.
      size = saved;
      throw error;
    }
    saved = size;
    isDurable = durability === 'strict';
  }

  async function append(added: Uint8Array<ArrayBuffer>): Promise<void> {
    for (let at = 0; at < added.byteLength;) {
      if (size - tailIndex() * CHUNK_BYTES === CHUNK_BYTES) await save('relaxed');
      tail ??= await openTail();
      const used = size - tailIndex() * CHUNK_BYTES;
      const part = added.subarray(at, at + CHUNK_BYTES - used);
      tail.set(part, used);
      size += part.byteLength;
      at += part.byteLength;
    }
  }

  async function truncate(to: number): Promise<void> {
    if (!(to >= 0 && to <= size)) throw new MediaStoreError('refused', `Cannot cut ${size} to ${to}`);
    if (size > saved) await save('relaxed');
    const index = Math.floor(to / CHUNK_BYTES);
    const kept = to % CHUNK_BYTES;
    await withMediaDatabase(async (database) => {
      const writing = database.transaction(['files', 'chunks'], 'readwrite');
      const chunks = writing.objectStore('chunks');
      const last = kept > 0 ? await chunks.get([sha256, index]) : undefined;
      await Promise.all([
        chunks.delete(IDBKeyRange.bound([sha256, index], [sha256, []])),
        last && chunks.put(last.slice(0, kept), [sha256, index]),
        writing.objectStore('files').put({ sha256, bytes: to, sealed: false }),
        writing.done,
      ]);
    });
    size = to;
    saved = to;
    tail = null;
    isDurable = false;
  }

  async function read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    if (size > saved) await save('relaxed');
    const start = Math.min(Math.max(0, from), size);
    const end = Math.max(start, Math.min(to, size));
    const into = new Uint8Array(end - start);
    for (let index = Math.floor(start / CHUNK_BYTES); index * CHUNK_BYTES < end; index++) {
      const chunk = await withMediaDatabase((database) => database.get('chunks', [sha256, index]));
      if (chunk === undefined) throw new MediaStoreError('gone', `Chunk ${index} of ${sha256} is missing`);
      const offset = index * CHUNK_BYTES;
      const part = chunk.subarray(Math.max(0, start - offset), end - offset);
      into.set(part, Math.max(0, offset - start));
    }
    return into;
  }

  return {
    get bytes() {
      return size;
    },
    truncate: (to) => whileOpen(() => truncate(to)),
    append: (added) => whileOpen(() => append(added)),
    read: (start, end) => whileOpen(() => read(start, end)),
    flush: () =>
      whileOpen(async () => {
        if (size > saved || !isDurable) await save('strict');
      }),
    async seal() {
      await whileOpen(() => save('strict', true));
      isOpen = false;
      await release();
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await release();
    },
  };
}
