/**
 * One file, from wherever it was left: fetch → exact length → SHA-256 → write → flush → journal, a chunk of 4 MiB at a
 * time. Killed at any of these steps, the next start goes on from the last byte that is on disk and right.
 */
import type { BlobRef } from '../../core/reading/model.ts';
import { chunkCount, chunkRange, verifyChunk } from '../../core/shelf/chunks.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { CHUNK_BYTES, verifyBlob } from '../../core/shelf/verify.ts';
import type { MediaStore, MediaWriter } from '../../storage/media/media-store.ts';
import type { BlobRecord } from '../../storage/schema.ts';
import { wholeOf } from './chunks-of.ts';
import { faultPoint } from './fault-point.ts';
import { isText } from './is-text.ts';
import type { Journal } from './journal.ts';
import type { BlobSource } from './source.ts';
import { writeChunks } from './write-chunks.ts';

export interface InstallTools {
  readonly source: BlobSource;
  readonly store: MediaStore;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  readonly nowMs: () => number;
  /** Bytes that arrived, right or wrong: the network's speed. */
  readonly onReceived: (bytes: number) => void;
  /** Bytes of this blob that are verified and here, as they become so; may fall when the disk had lost some. */
  readonly onVerified: (blob: BlobRef, bytes: number) => void;
}

/** @throws SourceError, ShelfError, MediaStoreError, or what the signal was aborted with. */
export async function installBlob(
  blob: BlobRef,
  known: BlobRecord | undefined,
  tools: InstallTools,
): Promise<void> {
  if (known && known.sealedMs !== null) return;
  if (isText(blob)) return installText(blob, tools);
  if (await adoptSealed(blob, tools)) return;
  const writer = await tools.store.write(blob.sha256);
  try {
    const first = await findVerified(blob, known, writer, tools);
    await writeChunks(first, blob, writer, tools);
    await writer.seal();
  } finally {
    await writer.close();
  }
  await faultPoint('sealed');
  await journalSealed(blob, tools);
}

async function installText(blob: BlobRef, tools: InstallTools): Promise<void> {
  const { source, journal, signal, nowMs, onReceived, onVerified } = tools;
  const bytes = await wholeOf(source.read(blob, 0, signal), blob.size, onReceived);
  await verifyBlob(bytes, blob);
  await journal.putText(blob, bytes, nowMs());
  onVerified(blob, blob.size);
  await faultPoint('text');
}

/** A sealed file the journal does not know: the database was lost, or the worker was killed between the two. */
async function adoptSealed(blob: BlobRef, tools: InstallTools): Promise<boolean> {
  const { store, onVerified } = tools;
  const size = await store.sealedSize(blob.sha256);
  if (size === null) return false;
  if (size === blob.size && (await isStoredRight(blob, store, tools.signal))) {
    onVerified(blob, blob.size);
    await journalSealed(blob, tools);
    return true;
  }
  await store.remove(blob.sha256);
  return false;
}

/** Hashes a sealed file again, 4 MiB in memory at a time. */
export async function isStoredRight(
  blob: BlobRef,
  store: MediaStore,
  signal: AbortSignal,
  onChecked: (bytes: number) => void = () => undefined,
): Promise<boolean> {
  for (let index = 0; index < chunkCount(blob); index++) {
    signal.throwIfAborted();
    const { start, end } = chunkRange(blob, index);
    const part = await store.slice(blob.sha256, start, end);
    if (part === null || !(await isChunk(blob, index, new Uint8Array(await part.arrayBuffer()))))
      return false;
    onChecked(end - start);
  }
  return true;
}

function isChunk(blob: BlobRef, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return verifyChunk(blob, index, bytes).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ShelfError) return false;
      throw error;
    },
  );
}

/**
 * The index of the first chunk to fetch, with the file cut to end before it. The journal's word holds as far as the file
 * reaches; what lies beyond was flushed but not journalled, and counts if it hashes right: it is not fetched twice.
 */
async function findVerified(
  blob: BlobRef,
  known: BlobRecord | undefined,
  writer: MediaWriter,
  tools: InstallTools,
): Promise<number> {
  const count = chunkCount(blob);
  let index = Math.min(known?.verifiedChunks ?? 0, Math.floor(writer.bytes / CHUNK_BYTES), count);
  // A last chunk is rarely whole 4 MiB: the division above has not counted it, and hashing it is cheap.
  while (index < count) {
    tools.signal.throwIfAborted();
    const { start, end } = chunkRange(blob, index);
    if (writer.bytes < end || !(await isChunk(blob, index, await writer.read(start, end)))) break;
    index++;
  }
  const bytes = Math.min(index * CHUNK_BYTES, blob.size);
  if (writer.bytes > bytes) await writer.truncate(bytes);
  tools.onVerified(blob, bytes);
  return index;
}

async function journalSealed(blob: BlobRef, { journal, nowMs }: InstallTools): Promise<void> {
  const { sha256, size, type } = blob;
  const now = nowMs();
  const verifiedChunks = chunkCount(blob);
  await journal.putBlob({ sha256, size, type, verifiedChunks, sealedMs: now, verifiedMs: now });
  await faultPoint('sealed-journalled');
}
