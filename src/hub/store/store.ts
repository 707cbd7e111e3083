/**
 * Where a shelf lives: a folder, or a bucket of an object store. There is no rename and no listing by folder in it, and
 * the one file that changes is changed by compare-and-swap, because several hubs may write to one bucket.
 */
import type { BlobRef } from '../../core/reading/model.ts';

/** The content of a blob: in memory, a file to be copied from, or a stream that can be opened again for another try. */
export type BlobSource =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly path: string }
  | { readonly open: () => AsyncIterable<Uint8Array> };

export interface StoredCatalogue {
  readonly jws: string;
  /** Names exactly this state of the file; `switchCatalogue` takes it back. */
  readonly version: string;
}

export interface ShelfStore {
  /** As people know it: the folder, or the bucket's address. */
  readonly name: string;
  /** The file's bytes, or null where there is none. For small files: the whole is held in memory. */
  read(href: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The bytes from `start` to before `end`; fewer where the file is shorter, null where there is none. */
  readRange(href: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The file in pieces, however large it is; null where there is none. */
  stream(href: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Bytes, or null where there is no such file. */
  sizeOf(href: string): Promise<number | null>;
  /**
   * Durable when it resolves, and there whole or not at all. A blob that is already there is left alone.
   * @throws when the source is not what `ref` promises.
   */
  putBlob(ref: Pick<BlobRef, 'href' | 'sha256' | 'size' | 'type'>, source: BlobSource): Promise<void>;
  readCatalogue(): Promise<StoredCatalogue | null>;
  /**
   * Replaces the catalogue in one step, unless somebody else has meanwhile: a reader sees the old one or the new one.
   * @param expected The version it is based on; null where there was none.
   * @returns False when another writer was quicker; then nothing was changed.
   */
  switchCatalogue(jws: string, expected: string | null): Promise<boolean>;
  /** `opds.json`: for other reading apps, trusted by nobody, and replaced in one step. */
  writeFeed(text: string): Promise<void>;
  /** All blobs, as `blobs/sha256/ab/….ext`. */
  listBlobs(): Promise<readonly string[]>;
  removeBlob(href: string): Promise<void>;
  /**
   * Runs `work` while no other hub writes to this store. What must hold without it is held by `switchCatalogue`; this keeps
   * a withdrawal from deleting what somebody else is just publishing.
   */
  whileAlone<T>(work: () => Promise<T>): Promise<T>;
}
