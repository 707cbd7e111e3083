/** Files nobody needs any more. What is shared by months goes with the last of them. */
import type { MediaStore } from '../../storage/media/media-store.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import { blobsOf } from './install-issue.ts';
import type { Journal } from './journal.ts';

interface CollectTools {
  readonly journal: Journal;
  readonly store: MediaStore;
  /** Somebody has it open: what it plays stays. */
  readonly isRead: (issue: string) => Promise<boolean>;
}

/** Resolves to the bytes set free. */
export async function collect({ journal, store, isRead }: CollectTools): Promise<number> {
  const needed = await neededHashes(journal, isRead);
  if (needed === null) return 0;
  const [records, texts, files] = await Promise.all([journal.allBlobs(), journal.textNames(), store.list()]);
  const known = [...records.map(({ sha256 }) => sha256), ...texts];
  const useless = [...new Set(known)].filter((hash) => !needed.has(hash));
  // The journal forgets first: cut off here, a file is left that nobody counts on, and it goes the next time.
  if (useless.length > 0) await journal.forget(useless);
  let freed = 0;
  for (const { sha256, bytes } of files.filter((file) => !needed.has(file.sha256))) {
    if (await removeFile(store, sha256)) freed += bytes;
  }
  return freed;
}

async function removeFile(store: MediaStore, sha256: string): Promise<boolean> {
  try {
    await store.remove(sha256);
    return true;
  } catch (error) {
    // Another window is writing it: the next time.
    if (error instanceof MediaStoreError && error.fault === 'busy') return false;
    throw error;
  }
}

/** Null while it cannot be told: a month is wanted whose manifest is not here yet, and any file might be its. */
async function neededHashes(
  journal: Journal,
  isRead: (issue: string) => Promise<boolean>,
): Promise<ReadonlySet<string> | null> {
  // In this order: a month that becomes whole in between is then counted twice, not left out.
  const installs = await journal.installs();
  const installed = await journal.installed();
  const needed = new Set<string>();
  for (const record of installed) {
    for (const hash of record.blobs) needed.add(hash);
    if (record.previous.length === 0) continue;
    if (await isRead(record.issue)) for (const hash of record.previous) needed.add(hash);
    else await journal.putInstalled({ ...record, previous: [] });
  }
  for (const { manifest } of installs) {
    const blobs = await blobsOf(manifest, journal);
    if (blobs.length === 1) return null;
    for (const { sha256 } of blobs) needed.add(sha256);
  }
  return needed;
}
