/** At start: the journal and the files are compared, and the journal gives in. */
import type { MediaStore, StoredFile } from '../../storage/media/media-store.ts';
import type { BlobRecord, InstalledRecord } from '../../storage/schema.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { isText } from './is-text.ts';
import type { Journal } from './journal.ts';

/** Issues that are not whole any more, after which "missing" means "fetch again". */
export async function reconcile(journal: Journal, store: MediaStore): Promise<readonly string[]> {
  const [records, texts, files] = await Promise.all([journal.allBlobs(), journal.textNames(), store.list()]);
  const held = new Set(texts);
  const onDisk = new Map(files.map((file) => [file.sha256, file]));
  const lost = records.filter((record) => !isThere(record, held, onDisk));
  if (lost.length > 0) await journal.forget(lost.map(({ sha256 }) => sha256));
  const gone = new Set(lost.map(({ sha256 }) => sha256));
  const sealed = new Set(
    records.flatMap(({ sha256, sealedMs }) => (sealedMs !== null && !gone.has(sha256) ? [sha256] : [])),
  );
  return markMissing(journal, (hash) => !sealed.has(hash));
}

function isThere(
  record: BlobRecord,
  texts: ReadonlySet<string>,
  files: ReadonlyMap<string, StoredFile>,
): boolean {
  if (isText(record)) return texts.has(record.sha256);
  const file = files.get(record.sha256);
  if (!file) return false;
  if (record.sealedMs !== null) return file.sealed && file.bytes === record.size;
  return file.sealed || file.bytes >= record.verifiedChunks * CHUNK_BYTES;
}

/** Writes down which files each installed issue lacks. Resolves to the issues that lack some. */
export async function markMissing(
  journal: Journal,
  isMissing: (sha256: string) => boolean,
): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const record of await journal.installed()) {
    const missing = record.blobs.filter(isMissing);
    if (missing.length > 0) damaged.push(record.issue);
    if (!isSame(missing, record)) await journal.putInstalled({ ...record, missing });
  }
  return damaged;
}

function isSame(missing: readonly string[], record: InstalledRecord): boolean {
  return missing.length === record.missing.length && missing.every((hash) => record.missing.includes(hash));
}
