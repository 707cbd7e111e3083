/**
 * Where this tablet keeps videos, recordings and pictures: files named by their SHA-256, written at the end only and
 * sealed once whole. Two implementations keep this promise (OPFS, IndexedDB); `open-media-store.ts` picks one.
 *
 * Every failure of storage itself arrives as a `MediaStoreError`.
 */
export interface MediaStore {
  readonly kind: MediaStoreKind;
  /**
   * Bytes of a sealed file from `start` (inclusive) to `end` (exclusive), both cut to the file's length. Never reads
   * more than asked into memory. Null when not sealed here. Works in page, worker and service worker.
   */
  slice(sha256: string, start: number, end: number): Promise<Blob | null>;
  /** Bytes of a sealed file, else null. */
  sealedSize(sha256: string): Promise<number | null>;
  /** Everything here, sealed or partial, with bytes on disk. */
  list(): Promise<readonly StoredFile[]>;
  /** Sealed or partial; nothing happens when it is not here. `busy` while someone writes it. */
  remove(sha256: string): Promise<void>;
  /**
   * Opens a partial for writing, at its end; makes it where there is none. Exclusive per file across all tabs and
   * workers: a second writer gets `busy`. `refused` for a sealed file, and for OPFS outside a dedicated worker.
   */
  write(sha256: string): Promise<MediaWriter>;
}

export type MediaStoreKind = 'opfs' | 'indexeddb';

export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly sealed: boolean;
}

/**
 * One call at a time: each waits for the one before. After `full` (from `append`, `flush` or `seal`) the file holds what
 * was flushed before, and `bytes` says how much is left.
 */
export interface MediaWriter {
  /** Bytes already here (of unknown truth: the journal says how many are verified). */
  readonly bytes: number;
  /** Cuts to `bytes`, which is no more than there are. */
  truncate(bytes: number): Promise<void>;
  /** Replaces bytes that are here already (the header of a film, known when all of it is written). */
  overwrite(at: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** At the end; fastest in whole 4 MiB chunks. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** What is here, sealed or not, for verifying it again; both ends cut to `bytes`. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Everything appended is on disk when this resolves, as far as the engine allows. */
  flush(): Promise<void>;
  /** Flushes and makes the file readable under its name, at once or not at all. The writer is closed then. */
  seal(): Promise<void>;
  /** Lets go of the file. What was appended and not flushed may be lost. May be called again. */
  close(): Promise<void>;
}

/** The shelf's chunk (design §4): what is verified, written and flushed at once. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
