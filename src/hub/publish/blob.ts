/** Content about to become a file of the shelf. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { BlobRef } from '../../core/reading/model.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import { CHUNK_BYTES, chunkHashes, sha256Hex } from '../../core/shelf/verify.ts';
import type { BlobSource } from '../store/store.ts';

export interface StagedBlob {
  readonly ref: BlobRef;
  readonly source: BlobSource;
}

export type BlobFacts = Pick<BlobRef, 'type' | 'width' | 'height' | 'duration'>;

export async function refTo(
  bytes: Uint8Array<ArrayBuffer>,
  extension: string,
  facts: BlobFacts,
): Promise<BlobRef> {
  const sha256 = await sha256Hex(bytes);
  const chunks = await chunkHashes(bytes);
  return {
    href: blobHref(sha256, extension),
    sha256,
    size: bytes.byteLength,
    ...facts,
    ...(chunks !== undefined && { chunks }),
  };
}

export async function stageText(text: string, extension: string, type: string): Promise<StagedBlob> {
  const bytes = new TextEncoder().encode(text);
  return { ref: await refTo(bytes, extension, { type }), source: { bytes } };
}

/** As `refTo`, for a file that may be too large to hold. */
export async function refToFile(file: string, extension: string, facts: BlobFacts): Promise<BlobRef> {
  const whole = createHash('sha256');
  const chunks: string[] = [];
  let size = 0;
  // One read a chunk, so that each can be hashed as it comes.
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    whole.update(chunk);
    chunks.push(createHash('sha256').update(chunk).digest('hex'));
    size += chunk.length;
  }
  const sha256 = whole.digest('hex');
  return { href: blobHref(sha256, extension), sha256, size, ...facts, ...(size > CHUNK_BYTES && { chunks }) };
}
