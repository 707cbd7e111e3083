/** Bytes about to become a file of the shelf. */
import type { BlobRef } from '../../core/reading/model.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import { chunkHashes, sha256Hex } from '../../core/shelf/verify.ts';
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
