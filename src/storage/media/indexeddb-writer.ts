/**
 * Appends through one 4 MiB buffer, so that a chunk with a flush after it is a single transaction. The file's entry and
 * its records change together: what the entry says is there, is there.
 */
import { withMediaDatabase, type MediaDatabase } from './media-database.ts';
import { MediaStoreError, withMediaErrors } from './media-error.ts';
import { readRecords, RECORD_BYTES } from './media-records.ts';
import { CHUNK_BYTES, type MediaWriter } from './media-store.ts';
import type { MediaRoot } from './opfs-files.ts';

interface OpenPartial {
  readonly root: MediaRoot;
  readonly sha256: string;
  readonly bytes: number;
  readonly release: () => Promise<void>;
}

export function createRecordWriter({ root, sha256, bytes, release }: OpenPartial): MediaWriter {
  let size = bytes;
  /** How much of `size` the database has. */
  let saved = bytes;
  /** The chunk that `saved` lies in; null until something is appended. */
  let tail: Uint8Array<ArrayBuffer> | null = null;
  let isDurable = true;
  let isOpen = true;

  const onDisk = <T>(work: (database: MediaDatabase) => Promise<T>): Promise<T> =>
    withMediaDatabase(work, root);

  /** Where `tail` begins in the file. */
  const tailStart = (): number => Math.floor(saved / CHUNK_BYTES) * CHUNK_BYTES;

  function whileOpen<T>(work: () => Promise<T>): Promise<T> {
    return withMediaErrors(async () => {
      if (!isOpen) throw new MediaStoreError('refused', 'This writer is closed');
      return work();
    });
  }

  async function openTail(): Promise<Uint8Array<ArrayBuffer>> {
    const opened = new Uint8Array(CHUNK_BYTES);
    const start = tailStart();
    await onDisk((database) =>
      readRecords(database, sha256, [start, saved], (part, at) => opened.set(part, at - start)),
    );
    return opened;
  }

  /** The records that `saved` to `size` touch. Copies: a view would be stored with everything behind it. */
  function* unsaved(): Generator<readonly [index: number, record: Uint8Array<ArrayBuffer>]> {
    if (tail === null) return;
    for (let index = Math.floor(saved / RECORD_BYTES); index * RECORD_BYTES < size; index++) {
      const from = index * RECORD_BYTES - tailStart();
      yield [index, tail.slice(from, Math.min(from + RECORD_BYTES, size - tailStart()))];
    }
  }

  /** Writes what is only in memory, and the file's entry; with `sealed`, in the same transaction. */
  async function save(durability: IDBTransactionDurability, sealed = false): Promise<void> {
    try {
      await onDisk(async (database) => {
        const writing = database.transaction(['files', 'records'], 'readwrite', { durability });
        const puts = [...unsaved()].map(([index, record]) =>
          writing.objectStore('records').put(record, [sha256, index]),
        );
        const entry = writing.objectStore('files').put({ sha256, bytes: size, sealed });
        await Promise.all([...puts, entry, writing.done]);
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
      if (size - tailStart() === CHUNK_BYTES) await save('relaxed');
      tail ??= await openTail();
      const used = size - tailStart();
      const part = added.subarray(at, at + CHUNK_BYTES - used);
      tail.set(part, used);
      size += part.byteLength;
      at += part.byteLength;
    }
  }

  async function truncate(to: number): Promise<void> {
    if (!(to >= 0 && to <= size)) throw new MediaStoreError('refused', `Cannot cut ${size} to ${to}`);
    if (size > saved) await save('relaxed');
    await onDisk((database) => cut(database, sha256, to));
    size = to;
    saved = to;
    tail = null;
    isDurable = false;
  }

  async function read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    if (size > saved) await save('relaxed');
    const start = Math.min(Math.max(0, from), size);
    const into = new Uint8Array(Math.max(0, Math.min(to, size) - start));
    await onDisk((database) =>
      readRecords(database, sha256, [start, start + into.byteLength], (part, at) =>
        into.set(part, at - start),
      ),
    );
    return into;
  }

  /** Inside what there is. In one transaction: a crash leaves the old bytes or the new ones. */
  async function overwrite(at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (!(at >= 0 && at + bytes.byteLength <= size))
      throw new MediaStoreError('refused', `Cannot overwrite ${at} to ${at + bytes.byteLength} of ${size}`);
    if (size > saved) await save('relaxed');
    await onDisk((database) => patch(database, sha256, at, bytes));
    tail = null;
    isDurable = false;
  }

  return {
    get bytes() {
      return size;
    },
    truncate: (to) => whileOpen(() => truncate(to)),
    overwrite: (at, bytes) => whileOpen(() => overwrite(at, bytes)),
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

async function cut(database: MediaDatabase, sha256: string, to: number): Promise<void> {
  const index = Math.floor(to / RECORD_BYTES);
  const kept = to % RECORD_BYTES;
  const cutting = database.transaction(['files', 'records'], 'readwrite');
  const records = cutting.objectStore('records');
  const last = kept > 0 ? await records.get([sha256, index]) : undefined;
  await Promise.all([
    records.delete(IDBKeyRange.bound([sha256, index], [sha256, []])),
    last && records.put(last.slice(0, kept), [sha256, index]),
    cutting.objectStore('files').put({ sha256, bytes: to, sealed: false }),
    cutting.done,
  ]);
}

async function patch(
  database: MediaDatabase,
  sha256: string,
  at: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const patching = database.transaction('records', 'readwrite');
  for (let index = Math.floor(at / RECORD_BYTES); index * RECORD_BYTES < at + bytes.byteLength; index++) {
    const record = await patching.store.get([sha256, index]);
    if (record === undefined) throw new MediaStoreError('gone', `Record ${index} of ${sha256} is missing`);
    const offset = index * RECORD_BYTES;
    const from = Math.max(at, offset);
    const to = Math.min(at + bytes.byteLength, offset + record.byteLength);
    record.set(bytes.subarray(from - at, to - at), from - offset);
    await patching.store.put(record, [sha256, index]);
  }
  await patching.done;
}
