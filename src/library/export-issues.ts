/** This tablet's months as packs for the next tablet: read from the store a chunk at a time, verified on the way out. */
import type { BlobRef } from '../core/reading/model.ts';
import { planVolumes, type BlobToPack } from '../core/shelf/pack/plan-volumes.ts';
import { writePack } from '../core/shelf/pack/write-pack.ts';
import { withDatabase, withRecords } from '../storage/database.ts';
import { MediaStoreError } from '../storage/media/media-error.ts';
import { openMediaStore } from '../storage/media/open-media-store.ts';
import type { MediaStore } from '../storage/media/media-store.ts';
import { createDatabaseJournal } from './install/database-journal.ts';
import { blobsOf } from './install/install-issue.ts';
import { isText } from './install/is-text.ts';
import type { OnProgress } from './library.ts';
import type { ShelfConfig } from './shelf-config.ts';
import { keptCatalogue } from './trust.ts';

interface Export {
  readonly config: ShelfConfig;
  readonly issues: readonly string[];
  readonly write: (bytes: Uint8Array<ArrayBuffer>, volume: number) => Promise<void>;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
  /** Of a volume at most; what a FAT32 stick can hold unless told otherwise. */
  readonly volumeBytes?: number;
}

/** Resolves to the number of volumes. @throws ShelfError when a file is not what it was: verify all, then try again. */
export async function exportIssues({
  config,
  issues,
  write,
  onProgress,
  signal,
  volumeBytes,
}: Export): Promise<number> {
  const [catalogue, record, store] = await Promise.all([
    keptCatalogue(config.url),
    withRecords((records) => records.get('shelf', config.url)),
    openMediaStore(),
  ]);
  if (!catalogue || !record) throw new MediaStoreError('gone', 'No catalogue is kept here');
  const current = new Set(
    catalogue.issues.filter(({ id }) => issues.includes(id)).map(({ manifest }) => manifest.sha256),
  );
  const journal = createDatabaseJournal();
  const blobs: BlobToPack[] = [];
  for (const { manifest, missing } of await journal.installed()) {
    if (!current.has(manifest.sha256) || missing.length > 0) continue;
    const namedBy = toPack(manifest, store);
    for (const ref of await blobsOf(manifest, journal)) blobs.push({ ...toPack(ref, store), namedBy });
  }
  const pack = { catalogue: record.catalogue, blobs, ...(volumeBytes !== undefined && { volumeBytes }) };
  const totalBytes = planVolumes(pack).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let doneBytes = 0;
  let volumes = 0;
  for await (const { volume, bytes } of writePack(pack)) {
    signal?.throwIfAborted();
    await write(bytes, volume);
    volumes = volume;
    doneBytes += bytes.byteLength;
    onProgress({ doneBytes, totalBytes });
  }
  return volumes;
}

function toPack(ref: BlobRef, store: MediaStore): BlobToPack {
  return {
    ref,
    async read(start, end) {
      if (isText(ref)) {
        const held = await withDatabase((database) => database.get('held', ref.sha256));
        if (held) return held.bytes.slice(start, end);
      } else {
        const part = await store.slice(ref.sha256, start, end);
        if (part) return new Uint8Array(await part.arrayBuffer());
      }
      throw new MediaStoreError('gone', `${ref.href} is not here any more`);
    },
  };
}
