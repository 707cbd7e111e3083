/** For tests: journal, store and source in memory. What is not flushed is lost when the power is cut. */
import type { BlobRef } from '../../core/reading/model.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { MediaStore, MediaWriter } from '../../storage/media/media-store.ts';
import type { BlobRecord, InstalledRecord, InstallRecord, SearchRecord } from '../../storage/schema.ts';
import { JournalError, successor, type Journal } from './journal.ts';
import { SourceError, type BlobSource } from './source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Called before every step; throws to make the step fail, as if the tablet were switched off there. */
export type Trip = (step: string) => void;

interface Disk {
  bytes: Bytes;
  sealed: boolean;
}

export interface FakeStore extends MediaStore {
  readonly files: Map<string, Disk>;
}

export function fakeStore(trip: Trip = () => undefined): FakeStore {
  const files = new Map<string, Disk>();
  const writing = new Set<string>();

  async function write(sha256: string): Promise<MediaWriter> {
    trip('write');
    const found = files.get(sha256);
    if (found?.sealed) throw new MediaStoreError('refused', sha256);
    if (writing.has(sha256)) throw new MediaStoreError('busy', sha256);
    writing.add(sha256);
    let bytes = found?.bytes ?? new Uint8Array();
    const flush = (sealed = false): void => void files.set(sha256, { bytes, sealed });
    return {
      get bytes() {
        return bytes.byteLength;
      },
      async truncate(size) {
        bytes = bytes.slice(0, size);
      },
      async append(more) {
        trip('append');
        const both = new Uint8Array(bytes.byteLength + more.byteLength);
        both.set(bytes);
        both.set(more, bytes.byteLength);
        bytes = both;
      },
      async overwrite(at, part) {
        bytes.set(part, at);
      },
      read: async (start, end) => bytes.slice(start, end),
      async flush() {
        trip('flush');
        flush();
      },
      async seal() {
        trip('seal');
        flush(true);
        writing.delete(sha256);
      },
      async close() {
        writing.delete(sha256);
      },
    };
  }

  return {
    kind: 'indexeddb',
    files,
    write,
    async slice(sha256, start, end) {
      const file = files.get(sha256);
      return file?.sealed ? new Blob([file.bytes.slice(start, end)]) : null;
    },
    async sealedSize(sha256) {
      const file = files.get(sha256);
      return file?.sealed ? file.bytes.byteLength : null;
    },
    list: async () =>
      [...files].map(([sha256, { bytes, sealed }]) => ({ sha256, bytes: bytes.byteLength, sealed })),
    async remove(sha256) {
      trip('remove');
      files.delete(sha256);
    },
  };
}

export interface FakeJournal extends Journal {
  readonly tables: {
    blobs: Map<string, BlobRecord>;
    held: Map<string, Bytes>;
    installs: Map<string, InstallRecord>;
    installed: Map<string, InstalledRecord>;
  };
}

export function fakeJournal(trip: Trip = () => undefined): FakeJournal {
  const tables: FakeJournal['tables'] = {
    blobs: new Map(),
    held: new Map(),
    installs: new Map(),
    installed: new Map(),
  };
  const search = new Map<string, SearchRecord>();
  let declined: ReadonlySet<string> = new Set();
  return {
    tables,
    async blobs(hashes) {
      return new Map(
        hashes.flatMap((hash): [string, BlobRecord][] => {
          const record = tables.blobs.get(hash);
          return record ? [[hash, record]] : [];
        }),
      );
    },
    allBlobs: async () => [...tables.blobs.values()],
    async putBlob(record) {
      trip('putBlob');
      tables.blobs.set(record.sha256, record);
    },
    text: async (sha256) => tables.held.get(sha256),
    textNames: async () => [...tables.held.keys()],
    async putText({ sha256, size, type }, bytes, nowMs) {
      trip('putText');
      tables.held.set(sha256, bytes);
      tables.blobs.set(sha256, { sha256, size, type, verifiedChunks: 1, sealedMs: nowMs, verifiedMs: nowMs });
    },
    async forget(hashes) {
      trip('forget');
      for (const hash of hashes) {
        tables.blobs.delete(hash);
        tables.held.delete(hash);
      }
    },
    installs: async () => [...tables.installs.values()].sort((a, b) => a.order - b.order),
    async changeQueue(change) {
      const queue = [...tables.installs.values()].sort((a, b) => a.order - b.order);
      const next = change({ queue, installed: [...tables.installed.values()], declined });
      tables.installs.clear();
      for (const record of next) tables.installs.set(record.issue, record);
    },
    installed: async () => [...tables.installed.values()],
    async putInstalled(record) {
      trip('putInstalled');
      tables.installed.set(record.issue, record);
    },
    async complete(record) {
      trip('complete');
      if (record.blobs.some((hash) => (tables.blobs.get(hash)?.sealedMs ?? null) === null))
        throw new JournalError(record.issue);
      tables.installed.set(record.issue, successor(record, tables.installed.get(record.issue)));
      const install = tables.installs.get(record.issue);
      if (install?.manifest.sha256 === record.manifest.sha256) tables.installs.delete(record.issue);
    },
    async removeInstalled(issue) {
      tables.installed.delete(issue);
      tables.installs.delete(issue);
      search.delete(issue);
    },
    search: async () => [...search.values()],
    async putSearch(record) {
      search.set(record.issue, record);
    },
    async decline(issue, isDeclined) {
      const next = new Set(declined);
      if (isDeclined) next.add(issue);
      else next.delete(issue);
      declined = next;
    },
  };
}

export interface FakeSource extends BlobSource {
  /** What was asked for, in order. */
  readonly asked: { readonly sha256: string; readonly start: number }[];
  readonly files: Map<string, Bytes>;
}

/** `spoil` may change a piece or throw before it is handed out. */
export function fakeSource(
  given: ReadonlyMap<string, Bytes>,
  spoil: (piece: Bytes, blob: BlobRef) => Bytes = (piece) => piece,
): FakeSource {
  const asked: { sha256: string; start: number }[] = [];
  const files = new Map(given);
  return {
    kind: 'http',
    name: 'fake',
    asked,
    files,
    has: async ({ href }) => files.has(href),
    async *read(blob, start, signal) {
      asked.push({ sha256: blob.sha256, start });
      const bytes = files.get(blob.href);
      if (!bytes) throw new SourceError('not-found', blob.href);
      for (let at = start; at < bytes.byteLength; at += 1_500_000) {
        signal.throwIfAborted();
        yield spoil(bytes.slice(at, at + 1_500_000), blob);
      }
    },
  };
}
