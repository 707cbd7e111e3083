/**
 * Where a shelf lives. A folder today; an object store can stand behind the same interface, which is why there is no
 * rename and no listing by folder in it.
 */
import type { BlobRef } from '../../core/reading/model.ts';

/** The two files that change. Everything else is named by its hash and never does. */
export type MutableFile = 'opds.json' | 'catalogue.jws';

/** The content of a blob: in memory, or a file to be copied from. */
export type BlobSource = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly path: string };

export interface ShelfStore {
  /** The file's bytes, or null where there is none. */
  read(href: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The bytes from `start` to before `end`; fewer where the file is shorter, null where there is none. */
  readRange(href: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer> | null>;
  has(href: string): Promise<boolean>;
  /**
   * Durable when it resolves, and there whole or not at all. A blob that is already there is left alone.
   * @throws when the source is not what `ref` promises.
   */
  putBlob(ref: BlobRef, source: BlobSource): Promise<void>;
  /** Replaces the file in one step: a reader sees the old one or the new one, never part of one. */
  switchFile(name: MutableFile, text: string): Promise<void>;
  /** All blobs, as `blobs/sha256/ab/….ext`. */
  listBlobs(): Promise<readonly string[]>;
  removeBlob(href: string): Promise<void>;
}
