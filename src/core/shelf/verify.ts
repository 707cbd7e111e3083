/** Hashes: how a tablet knows that what arrived is what the shelf signed. */
import type { BlobRef } from '../reading/model.ts';
import { ShelfError } from './errors.ts';

/** Files above this size carry a hash per chunk, so that an interrupted download goes on from a verified byte. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The SHA-256 of each 4 MiB chunk, or undefined for a file that is one chunk. */
export async function chunkHashes(bytes: Uint8Array<ArrayBuffer>): Promise<string[] | undefined> {
  if (bytes.byteLength <= CHUNK_BYTES) return undefined;
  const hashes: string[] = [];
  for (let offset = 0; offset < bytes.byteLength; offset += CHUNK_BYTES) {
    hashes.push(await sha256Hex(bytes.subarray(offset, offset + CHUNK_BYTES)));
  }
  return hashes;
}

/** Resolves when `bytes` are exactly the file `ref` names. @throws ShelfError `wrong-size` or `wrong-hash`. */
export async function verifyBlob(bytes: Uint8Array<ArrayBuffer>, ref: BlobRef): Promise<void> {
  if (bytes.byteLength !== ref.size) {
    throw new ShelfError('wrong-size', `${ref.href} has ${bytes.byteLength} bytes instead of ${ref.size}`);
  }
  if ((await sha256Hex(bytes)) !== ref.sha256) throw new ShelfError('wrong-hash', ref.href);
}
