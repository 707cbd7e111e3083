/** The store the settings name, ready to be written to. */
import { dataPaths, type HubConfig } from '../config.ts';
import { folderStore } from './folder-store.ts';
import type { S3Settings } from './s3-settings.ts';
import type { ShelfStore } from './store.ts';

/** @throws HubError `store-unreachable`, `store-forbids`, `store-no-bucket`, `store-unconditional` or `store-deletes-late`. */
export async function openStore({ data, store }: Pick<HubConfig, 'data' | 'store'>): Promise<ShelfStore> {
  const { shelf, temporary } = dataPaths(data);
  return store.kind === 'folder' ? folderStore(shelf, temporary) : openBucket(store.settings);
}

/** @throws as `openStore`. */
export async function openBucket(settings: S3Settings): Promise<ShelfStore> {
  // Loaded where it is used: most hubs have a folder, and the client is large.
  const [{ probedBucket }, { s3Store }, { abandonOldUploads }] = await Promise.all([
    import('./probe-conditions.ts'),
    import('./s3-store.ts'),
    import('./s3-upload.ts'),
  ]);
  const bucket = await probedBucket(settings);
  // Not every store can list them, and a shelf is whole without.
  await abandonOldUploads(bucket, new Date()).catch(() => undefined);
  return s3Store(bucket);
}
