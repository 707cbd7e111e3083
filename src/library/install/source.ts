/** Where an install's bytes come from. What a source hands out is never trusted: its receiver verifies. */
import type { BlobRef } from '../../core/reading/model.ts';

export type SourceFault =
  | 'offline' // no answer, or none in time
  | 'captive-portal' // somebody else's page in place of the file
  | 'wrong-length' // it stopped early, or did not stop
  | 'changed' // not the range that was asked for
  | 'not-found'
  | 'refused';

export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly fault: SourceFault;
  /** What the server asked for (`Retry-After`). */
  readonly retryAfterMs: number | null;
  constructor(fault: SourceFault, detail: string, retryAfterMs: number | null = null) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface BlobSource {
  readonly kind: 'http' | 'pack' | 'folder';
  readonly name: string;
  /** Whether it is worth asking for. A shelf is assumed to have everything. */
  has(blob: BlobRef): Promise<boolean>;
  /**
   * Bytes from `start` (a multiple of 4 MiB) on, in pieces of any size, each in memory of its own. Any answer that is not exactly what was asked is
   * a SourceError; an aborted `signal` rejects with its reason.
   */
  read(blob: BlobRef, start: number, signal: AbortSignal): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** A pack or a folder: it brings its own catalogue. */
export interface CarriedShelf extends BlobSource {
  /** The compact JWS, unverified. @throws SourceError */
  catalogue(): Promise<string>;
}
