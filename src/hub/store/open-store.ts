/** The store the settings name, ready to be written to. */
import { dataPaths, type HubConfig } from '../config.ts';
import { folderStore } from './folder-store.ts';
import { probedBucket } from './probe-conditions.ts';
import { s3Store } from './s3-store.ts';
import { abandonOldUploads } from './s3-upload.ts';
import type { ShelfStore } from './store.ts';

/** @throws HubError `store-unreachable`, `store-forbids`, `store-no-bucket` or `store-unconditional`. */
export async function openStore({ data, store }: Pick<HubConfig, 'data' | 'store'>): Promise<ShelfStore> {
  const { shelf, temporary } = dataPaths(data);
  if (store.kind === 'folder') return folderStore(shelf, temporary);
  const bucket = await probedBucket(store.settings);
  // Not every store can list them, and a shelf is whole without.
  await abandonOldUploads(bucket, new Date()).catch(() => undefined);
  return s3Store(bucket);
}
