/**
 * The files of drafts: pictures, recordings, videos brought along. Named by random numbers, not by what is in them, since a recording
 * grows. They lie in a store of their own that making room for the shelf's media never touches.
 */
import { withDatabase } from '../database.ts';
import type { DraftFileRecord } from '../drafts/draft-records.ts';
import { withMediaErrors } from '../media/media-error.ts';
import { lockNameOf } from '../media/file-lock.ts';
import { openMediaStore } from '../media/open-media-store.ts';
import { askWriter } from './writer-client.ts';

export interface FileFacts {
  readonly issue: string;
  readonly name: string;
  readonly type: string;
}

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function putRecord(record: DraftFileRecord): Promise<void> {
  return withMediaErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('draftFiles', 'readwrite', { durability: 'strict' });
      await Promise.all([saving.store.put(record), saving.done]);
    }),
  );
}

/** Whether a file of that id is here and whole: the number is random, so it is the same file. */
export async function hasFile(id: string): Promise<boolean> {
  return (await (await openMediaStore('drafts')).sealedSize(id)) !== null;
}

/**
 * Takes in a whole file. Rejects with `MediaStoreError`; then nothing of it is left.
 *
 * @param facts `id` only for a file that had one on another machine.
 */
export async function addFile(
  file: Blob,
  { id = newId(), ...facts }: FileFacts & { readonly id?: string },
  onProgress?: (bytesDone: number) => void,
): Promise<{ readonly id: string; readonly bytes: number }> {
  const record: DraftFileRecord = { ...facts, id, startedMs: Date.now(), state: 'copy' };
  await putRecord(record);
  try {
    const bytes = await askWriter({ do: 'copy', file: id, from: file }, onProgress);
    await putRecord({ ...record, state: 'kept' });
    return { id, bytes };
  } catch (error) {
    await removeFile(id).catch(() => undefined);
    throw error;
  }
}

export interface FileArrival {
  /** Resolves when it is on disk. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Whole and verified: from now on it can be opened. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** A file that comes from elsewhere under the id it has there, from its first byte; nobody can open it before it is kept. */
export async function startArrival(id: string, facts: FileFacts, sha256: string): Promise<FileArrival> {
  const record: DraftFileRecord = { ...facts, id, startedMs: Date.now(), state: 'copy' };
  // What came of an earlier try is of unknown truth.
  await removeFile(id);
  await putRecord(record);
  await askWriter({ do: 'open', file: id });
  return {
    append: async (bytes) => void (await askWriter({ do: 'append', file: id, bytes })),
    async keep() {
      await askWriter({ do: 'seal', file: id });
      await putRecord({ ...record, state: 'kept', sha256 });
    },
    discard: () => removeFile(id),
  };
}

export interface FileRecording {
  readonly id: string;
  /** Resolves when it is on disk; calls queue. */
  append(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<void>;
  overwrite(at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Resolves to the size. */
  finish(): Promise<number>;
  discard(): Promise<void>;
}

export async function startRecording(facts: FileFacts): Promise<FileRecording> {
  const id = newId();
  const record: DraftFileRecord = { ...facts, id, startedMs: Date.now(), state: 'recording' };
  await putRecord(record);
  try {
    await askWriter({ do: 'open', file: id });
  } catch (error) {
    await removeFile(id).catch(() => undefined);
    throw error;
  }
  return {
    id,
    append: async (bytes) => void (await askWriter({ do: 'append', file: id, bytes })),
    overwrite: async (at, bytes) => void (await askWriter({ do: 'overwrite', file: id, at, bytes })),
    async finish() {
      const bytes = await askWriter({ do: 'seal', file: id });
      await putRecord({ ...record, state: 'kept' });
      return bytes;
    },
    discard: () => removeFile(id),
  };
}

/** Read lazily; null when it is gone or not finished. */
export async function openFile(id: string): Promise<Blob | null> {
  const [store, record] = await Promise.all([
    openMediaStore('drafts'),
    withMediaErrors(() => withDatabase((database) => database.get('draftFiles', id))),
  ]);
  const bytes = await store.sealedSize(id);
  const blob = bytes === null ? null : await store.slice(id, 0, bytes);
  return blob && blob.slice(0, blob.size, record?.type ?? '');
}

/** Recordings of a month that never got their end and that nobody is writing now. */
export async function unfinishedFiles(
  issue: string,
): Promise<readonly (DraftFileRecord & { readonly bytes: number })[]> {
  const [records, store] = await Promise.all([
    withMediaErrors(() => withDatabase((database) => database.getAll('draftFiles'))),
    openMediaStore('drafts'),
  ]);
  const cutOff = records.filter((record) => record.issue === issue && record.state === 'recording');
  if (cutOff.length === 0) return [];
  const [sizes, writing] = await Promise.all([store.list(), filesBeingWritten()]);
  return cutOff
    .filter(({ id }) => !writing.has(lockNameOf(id)))
    .map((record) => ({ ...record, bytes: sizes.find(({ sha256 }) => sha256 === record.id)?.bytes ?? 0 }));
}

/** Seals what there is of a recording that was cut off; the bytes. */
export async function rescueFile(id: string): Promise<DraftFileRecord & { readonly bytes: number }> {
  const record = await withMediaErrors(() => withDatabase((database) => database.get('draftFiles', id)));
  if (record === undefined) throw new Error(`No such file: ${id}`);
  const store = await openMediaStore('drafts');
  let bytes = await store.sealedSize(id);
  if (bytes === null) {
    await askWriter({ do: 'open', file: id });
    bytes = await askWriter({ do: 'seal', file: id });
  }
  const kept: DraftFileRecord = { ...record, state: 'kept' };
  await putRecord(kept);
  return { ...kept, bytes };
}

/** The file first: a record without a file is known to be nothing, a file without a record would be lost room. */
export async function removeFile(id: string): Promise<void> {
  await askWriter({ do: 'remove', file: id });
  await withMediaErrors(() => withDatabase((database) => database.delete('draftFiles', id)));
}

const DAY_MS = 86_400_000;

/**
 * Removes what no month needs any more: files not named in `needed`, a day old at least, that nobody is writing. Resolves to how
 * many went.
 */
export async function sweepFiles(needed: ReadonlySet<string>, nowMs: number): Promise<number> {
  const [records, writing] = await Promise.all([
    withMediaErrors(() => withDatabase((database) => database.getAll('draftFiles'))),
    filesBeingWritten(),
  ]);
  const loose = records.filter(
    ({ id, startedMs, state }) =>
      !needed.has(id) &&
      // A recording that was cut off waits for somebody to decide.
      state !== 'recording' &&
      nowMs - startedMs > DAY_MS &&
      !writing.has(lockNameOf(id)),
  );
  for (const { id } of loose) await removeFile(id);
  return loose.length;
}

async function filesBeingWritten(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name === undefined ? [] : [name])));
}
