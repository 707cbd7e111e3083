/** The SHA-256 of a file on disk, a slice at a time, so that the page stays quick. */
import { sha256Stream } from '../../../../core/shelf/sha256-stream.ts';

const SLICE_BYTES = 512 * 1024;

/** @throws the signal's reason */
export async function hashBlob(blob: Blob, signal: AbortSignal): Promise<string> {
  const stream = sha256Stream();
  for (let at = 0; at < blob.size; at += SLICE_BYTES) {
    signal.throwIfAborted();
    stream.update(new Uint8Array(await blob.slice(at, at + SLICE_BYTES).arrayBuffer()));
  }
  return stream.digest();
}
