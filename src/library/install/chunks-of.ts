/** Pieces of any size, as they arrive, cut into the chunks that are verified. */
import type { BlobRef } from '../../core/reading/model.ts';
import { chunkCount, chunkRange } from '../../core/shelf/chunks.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { SourceError } from './source.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** One arrives, one is hashed, one is written down. */
const IN_USE = 3;

/**
 * Chunks `first` to last of `blob`. Those that came in parts stand in 4 MiB of memory that the third after them is put into.
 * @throws SourceError `wrong-length`
 */
export async function* chunksOf(
  pieces: AsyncIterable<Bytes>,
  blob: BlobRef,
  first: number,
  onReceived: (bytes: number) => void,
): AsyncGenerator<Bytes, void> {
  const memories: Bytes[] = [];
  const count = chunkCount(blob);
  let index = first;
  let filled = 0;
  for await (const piece of pieces) {
    onReceived(piece.byteLength);
    for (let at = 0; at < piece.byteLength;) {
      if (index === count) throw new SourceError('wrong-length', `${blob.href}: more than promised`);
      const { start, end } = chunkRange(blob, index);
      const part = piece.subarray(at, at + (end - start - filled));
      // A pack's pieces are chunks already.
      if (part.byteLength === end - start) {
        at += part.byteLength;
        yield part;
        index++;
        continue;
      }
      const memory = (memories[index % IN_USE] ??= new Uint8Array(Math.min(CHUNK_BYTES, blob.size)));
      memory.set(part, filled);
      filled += part.byteLength;
      at += part.byteLength;
      if (filled < end - start) continue;
      yield memory.subarray(0, filled);
      index++;
      filled = 0;
    }
  }
  if (index < count)
    throw new SourceError('wrong-length', `${blob.href}: ended in chunk ${index} of ${count}`);
}

/** @throws SourceError `wrong-length` */
export async function wholeOf(
  pieces: AsyncIterable<Bytes>,
  size: number,
  onReceived: (bytes: number) => void,
): Promise<Bytes> {
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const piece of pieces) {
    onReceived(piece.byteLength);
    if (at + piece.byteLength > size) throw new SourceError('wrong-length', 'more than promised');
    whole.set(piece, at);
    at += piece.byteLength;
  }
  if (at < size) throw new SourceError('wrong-length', `${at} of ${size} bytes`);
  return whole;
}
