/** What the library knows to be true of its files, and what it was about to do. Durable when a promise resolves. */
import type { BlobRef } from '../../core/reading/model.ts';
import type { BlobRecord, InstalledRecord, InstallRecord, SearchRecord } from '../../storage/schema.ts';

export class JournalError extends Error {
  override readonly name = 'JournalError';
}

export interface Journal {
  /** Records of those of `hashes` there are. */
  blobs(hashes: readonly string[]): Promise<ReadonlyMap<string, BlobRecord>>;
  allBlobs(): Promise<readonly BlobRecord[]>;
  putBlob(record: BlobRecord): Promise<void>;
  text(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** SHA-256 of every text held. */
  textNames(): Promise<readonly string[]>;
  /** A verified text and that it is whole, in one transaction. */
  putText(blob: BlobRef, bytes: Uint8Array<ArrayBuffer>, nowMs: number): Promise<void>;
  /** Forgets records and texts. */
  forget(hashes: readonly string[]): Promise<void>;

  /** In order. */
  installs(): Promise<readonly InstallRecord[]>;
  /**
   * The queue as `change` makes it of what is there: read and written in one transaction, so that what a person asks and
   * what policy wants at the same moment both count. What `change` leaves out is gone.
   */
  changeQueue(change: (now: QueueNow) => readonly InstallRecord[]): Promise<void>;

  installed(): Promise<readonly InstalledRecord[]>;
  putInstalled(record: InstalledRecord): Promise<void>;
  /**
   * Makes an issue readable: in one transaction it becomes `installed`, its predecessor's own files become `previous`,
   * and it leaves the queue.
   * @throws JournalError when one of its blobs is not sealed: then nothing changed.
   */
  complete(record: Omit<InstalledRecord, 'missing' | 'previous'>): Promise<void>;
  /** The issue is no longer here, at once and whole. Its files are collected later. */
  removeInstalled(issue: string): Promise<void>;

  search(): Promise<readonly SearchRecord[]>;
  putSearch(record: SearchRecord): Promise<void>;
  /** What a person has taken off the list or removed, or asked for again. */
  decline(issue: string, isDeclined: boolean): Promise<void>;
}

export interface QueueNow {
  /** In order. */
  readonly queue: readonly InstallRecord[];
  readonly installed: readonly InstalledRecord[];
  readonly declined: ReadonlySet<string>;
}

/** What `complete` writes, given what was there before. */
export function successor(
  record: Omit<InstalledRecord, 'missing' | 'previous'>,
  before: InstalledRecord | undefined,
): InstalledRecord {
  const own = new Set(record.blobs);
  const earlier = before ? [...before.blobs, ...before.previous] : [];
  return { ...record, missing: [], previous: [...new Set(earlier)].filter((hash) => !own.has(hash)) };
}
