/**
 * The small files of a shelf: manifests, readings, guided documents, captions, glossaries. Each is verified before it
 * is used and kept once seen, so that what was opened opens again without a network.
 */
import type { BlobRef } from '../core/reading/model.ts';
import { verifyBlob } from '../core/shelf/verify.ts';
import { withRecords } from '../storage/database.ts';
import { download } from './download.ts';
import { heldText } from './kept-issues.ts';
import { toBookcaseError } from './trust.ts';

export interface Texts {
  /** @throws BookcaseError */
  bytes(blob: BlobRef): Promise<Uint8Array<ArrayBuffer>>;
  text(blob: BlobRef): Promise<string>;
}

export function createTexts(urlOf: (blob: BlobRef) => string): Texts {
  const open = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  async function fetchVerified(blob: BlobRef): Promise<Uint8Array<ArrayBuffer>> {
    const kept = await readKept(blob);
    if (kept) return kept;
    const bytes = await download(urlOf(blob), { cap: blob.size });
    await verifyBlob(bytes, blob).catch((error: unknown) => {
      throw toBookcaseError(error);
    });
    // Nobody waits for the copy to be written.
    void keep(blob, bytes);
    return bytes;
  }

  function bytes(blob: BlobRef): Promise<Uint8Array<ArrayBuffer>> {
    const known = open.get(blob.sha256);
    if (known) return known;
    const promise = fetchVerified(blob);
    open.set(blob.sha256, promise);
    // A failure is not remembered: the next try is a new one.
    promise.catch(() => open.delete(blob.sha256));
    return promise;
  }

  return { bytes, text: async (blob) => new TextDecoder().decode(await bytes(blob)) };
}

function keep(blob: BlobRef, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  return withRecords((records) => records.put('texts', { sha256: blob.sha256, bytes, usedMs: Date.now() }));
}

async function readKept(blob: BlobRef): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes =
    (await heldText(blob.sha256)) ??
    (await withRecords((records) => records.get('texts', blob.sha256)))?.bytes;
  if (!bytes) return null;
  // Storage on a tired tablet damages things now and then: fetched again rather than shown.
  return verifyBlob(bytes, blob).then(
    () => bytes,
    () => null,
  );
}
