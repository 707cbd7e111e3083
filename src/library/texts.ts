/**
 * The small files of a shelf: manifests, readings, guided documents, captions, glossaries. Each is verified before it
 * is used and kept once seen, so that what was opened opens again without a network.
 */
import type { BlobRef } from '../core/reading/model.ts';
import { verifyBlob } from '../core/shelf/verify.ts';
import { withRecords } from '../storage/database.ts';
import { takeAhead } from './ahead.ts';
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
    const url = urlOf(blob);
    // What came with the page is at hand before the database has looked.
    const ahead = await whole(takeAhead(url, blob.size), blob);
    const kept = ahead ? null : await readKept(blob);
    if (kept) return kept;
    const bytes = ahead ?? (await fetchBytes(url, blob));
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

async function fetchBytes(url: string, blob: BlobRef): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await download(url, { cap: blob.size });
  await verifyBlob(bytes, blob).catch((error: unknown) => {
    throw toBookcaseError(error);
  });
  return bytes;
}

function keep(blob: BlobRef, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  return withRecords((records) => records.put('texts', { sha256: blob.sha256, bytes, usedMs: Date.now() }));
}

async function readKept(blob: BlobRef): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes =
    (await heldText(blob.sha256)) ??
    (await withRecords((records) => records.get('texts', blob.sha256)))?.bytes;
  // Storage on a tired tablet damages things now and then: fetched again rather than shown.
  return whole(bytes ?? null, blob);
}

/** The bytes, where they are what the name says. */
function whole(
  bytes: Uint8Array<ArrayBuffer> | null,
  blob: BlobRef,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!bytes) return Promise.resolve(null);
  return verifyBlob(bytes, blob).then(
    () => bytes,
    () => null,
  );
}
