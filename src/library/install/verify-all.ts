/** Hashes everything here again. What is not what it was is forgotten, so that "missing" means "fetch again". */
import type { BlobRef } from '../../core/reading/model.ts';
import { ShelfError } from '../../core/shelf/errors.ts';
import { verifyBlob } from '../../core/shelf/verify.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import type { MediaStore } from '../../storage/media/media-store.ts';
import type { InstalledRecord } from '../../storage/schema.ts';
import type { OnProgress, VerifyReport } from '../library.ts';
import { isStoredRight } from './install-blob.ts';
import { blobsOf } from './install-issue.ts';
import { isText } from './is-text.ts';
import type { Journal } from './journal.ts';

interface VerifyTools {
  readonly journal: Journal;
  readonly store: MediaStore;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

export async function verifyAll(tools: VerifyTools): Promise<VerifyReport> {
  const { journal, store, nowMs, signal, onProgress } = tools;
  const installed = await journal.installed();
  const blobs = await blobsToCheck(installed, journal);
  const totalBytes = [...blobs.values()].reduce((sum, { size }) => sum + size, 0);
  const bad = new Set<string>();
  let doneBytes = 0;
  for (const blob of blobs.values()) {
    signal.throwIfAborted();
    let checkedBytes = 0;
    const onChecked = (bytes: number): void => {
      checkedBytes += bytes;
      onProgress({ doneBytes: doneBytes + checkedBytes, totalBytes });
    };
    if (!(await isRight(blob, tools, onChecked))) {
      bad.add(blob.sha256);
      await journal.forget([blob.sha256]);
      await store.remove(blob.sha256).catch(() => undefined);
    }
    doneBytes += blob.size;
    onProgress({ doneBytes, totalBytes });
  }
  const damaged: string[] = [];
  for (const record of await journal.installed()) {
    const lost = record.blobs.filter((hash) => bad.has(hash));
    const missing = [...new Set([...record.missing, ...lost])];
    if (missing.length > 0) damaged.push(record.issue);
    const wasChecked = installed.some(
      ({ issue, manifest }) => issue === record.issue && manifest.sha256 === record.manifest.sha256,
    );
    if (missing.length > 0) await journal.putInstalled({ ...record, missing });
    else if (wasChecked) await journal.putInstalled({ ...record, verifiedMs: nowMs() });
  }
  return { checkedBytes: doneBytes, checkedFiles: blobs.size, damaged };
}

/** A manifest that is damaged cannot say what to check: it is fetched again first. */
async function blobsToCheck(
  installed: readonly InstalledRecord[],
  journal: Journal,
): Promise<ReadonlyMap<string, BlobRef>> {
  const blobs = new Map<string, BlobRef>();
  for (const { manifest } of installed) {
    const named = await blobsOf(manifest, journal).catch((error: unknown) => {
      if (error instanceof ShelfError) return [manifest];
      throw error;
    });
    for (const blob of named) blobs.set(blob.sha256, blob);
  }
  return blobs;
}

async function isRight(
  blob: BlobRef,
  { journal, store, signal }: VerifyTools,
  onChecked: (bytes: number) => void,
): Promise<boolean> {
  try {
    if (!isText(blob)) return await isStoredRight(blob, store, signal, onChecked);
    const bytes = await journal.text(blob.sha256);
    if (!bytes) return false;
    await verifyBlob(bytes, blob);
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ShelfError) return false;
    if (error instanceof MediaStoreError && error.fault === 'gone') return false;
    throw error;
  }
}
