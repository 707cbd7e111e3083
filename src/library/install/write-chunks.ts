/** The rest of one file: each chunk arrives, is hashed, written and, flushed, put down in the journal; three are on the way. */
import type { BlobRef } from '../../core/reading/model.ts';
import { chunkCount, verifyChunk } from '../../core/shelf/chunks.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import type { MediaWriter } from '../../storage/media/media-store.ts';
import { abortWith } from './abort-with.ts';
import { chunksOf } from './chunks-of.ts';
import { faultPoint } from './fault-point.ts';
import type { InstallTools } from './install-blob.ts';
import { oneAhead } from './one-ahead.ts';
import { orPause } from './or-pause.ts';

/**
 * No verified chunk waits longer than this to be flushed and journalled: on a slow line each is at once, also when nothing
 * comes after it. On a fast one those of a quarter of a second share a flush, which costs the disk more than they do, and
 * what the power takes then comes again in a quarter of a second.
 */
const A_FLUSH_MS = 250;

/** From chunk `first` on, which is where the file ends now. @throws as `installBlob`; what was verified until then is kept. */
export async function writeChunks(
  first: number,
  blob: BlobRef,
  writer: MediaWriter,
  { source, journal, signal, onReceived, onVerified }: InstallTools,
): Promise<void> {
  const count = chunkCount(blob);
  if (first === count) return;
  const { sha256, size, type } = blob;
  const reading = abortWith(signal);
  const stop = (): void => reading.abort();
  const pieces = source.read(blob, first * CHUNK_BYTES, reading.signal);
  let index = first;
  let flushed = first;
  let flushedMs = performance.now();
  // In order, each after its flush, while the next chunk is hashed and the one after it arrives.
  let writtenDown = Promise.resolve();

  /** Until what is written is to be flushed; null where nothing is. After the last one the file is sealed, which flushes. */
  function dueMs(): number | null {
    return flushed < index && index < count ? flushedMs + A_FLUSH_MS - performance.now() : null;
  }

  async function keep(): Promise<void> {
    await writer.flush();
    await faultPoint('flushed');
    await writtenDown;
    flushed = index;
    flushedMs = performance.now();
    const record = { sha256, size, type, verifiedChunks: index, sealedMs: null, verifiedMs: null };
    writtenDown = journal.putBlob(record).then(() => faultPoint('journalled'));
    // Looked at before the next one, and at the end.
    writtenDown.catch(() => undefined);
  }

  try {
    const arriving = oneAhead(chunksOf(pieces, blob, first, onReceived), stop);
    const verified = oneAhead(verifiedOf(arriving, blob, first), stop);
    for await (const chunk of orPause(verified, dueMs, stop)) {
      if (chunk !== null) {
        await writer.append(chunk);
        await faultPoint('appended');
        index++;
      }
      if (chunk === null || (dueMs() ?? Infinity) <= 0) await keep();
      onVerified(blob, Math.min(index * CHUNK_BYTES, size));
    }
    await writtenDown;
  } catch (error) {
    // Whatever ended it: what is here and right is not to be fetched again.
    if (index > flushed && index < count) await keep().catch(() => undefined);
    throw error;
  } finally {
    reading.unlink();
    await writtenDown.catch(() => undefined);
  }
}

async function* verifiedOf(
  chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void>,
  blob: BlobRef,
  first: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let index = first;
  for await (const chunk of chunks) {
    await verifyChunk(blob, index, chunk);
    await faultPoint('verified');
    yield chunk;
    index++;
  }
}
