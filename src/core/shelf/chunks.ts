/**
 * A blob as chunks of 4 MiB: what is fetched, verified, written and journalled in one step. Below that size a file is one
 * chunk and its own hash the chunk's; above, the signed manifest names the hash of each.
 */
import type { BlobRef } from '../reading/model.ts';
import { ShelfError } from './errors.ts';
import { CHUNK_BYTES, sha256Hex } from './verify.ts';

export function chunkCount({ size }: Pick<BlobRef, 'size'>): number {
  return Math.ceil(size / CHUNK_BYTES);
}

/** Bytes from `start` to before `end` of the blob. `index` counts from 0 and is below `chunkCount`. */
export function chunkRange({ size }: Pick<BlobRef, 'size'>, index: number): { start: number; end: number } {
  const start = index * CHUNK_BYTES;
  return { start, end: Math.min(start + CHUNK_BYTES, size) };
}

/**
 * The SHA-256 of each chunk.
 * @throws ShelfError `malformed` when the reference does not name every chunk: nothing of such a file can be verified.
 */
export function chunkHashesOf(ref: BlobRef): readonly string[] {
  const hashes = ref.chunks ?? [ref.sha256];
  const isWhole = hashes.length === chunkCount(ref) && (hashes.length > 1 || hashes[0] === ref.sha256);
  if (!isWhole) throw new ShelfError('malformed', `${ref.href} has ${hashes.length} chunks`);
  return hashes;
}

/**
 * Resolves when `bytes` are exactly chunk `index` of the file `ref` names.
 * @throws ShelfError `wrong-size`, `wrong-hash` or `malformed`.
 */
export async function verifyChunk(
  ref: BlobRef,
  index: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const expected = chunkHashesOf(ref)[index];
  if (expected === undefined) throw new ShelfError('wrong-size', `${ref.href} has no chunk ${index}`);
  const { start, end } = chunkRange(ref, index);
  if (bytes.byteLength !== end - start)
    throw new ShelfError('wrong-size', `chunk ${index} of ${ref.href} has ${bytes.byteLength} bytes`);
  if ((await sha256Hex(bytes)) !== expected)
    throw new ShelfError('wrong-hash', `chunk ${index} of ${ref.href}`);
}
