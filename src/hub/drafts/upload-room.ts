/** Room on the disk that has been promised: what uploads that were begun will still bring. */
import { readdir } from 'node:fs/promises';
import type { FileStore } from '@tus/file-store';

export const isUploadName = (name: string): boolean => /^[0-9a-f]{32}$/u.test(name);

/** @param anew An attachment that is begun anew: what was begun of it before is not gone on with. */
export async function bytesToCome(stores: readonly FileStore[], anew: string): Promise<number> {
  const ofStores = stores.map(async (store) => {
    const names = (await readdir(store.directory)).filter(isUploadName);
    return Promise.all(names.map((name) => leftOf(store, name, anew)));
  });
  return (await Promise.all(ofStores)).flat().reduce((sum, bytes) => sum + bytes, 0);
}

async function leftOf(store: FileStore, name: string, anew: string): Promise<number> {
  // Finished or given up meanwhile.
  const upload = await store.getUpload(name).catch(() => null);
  if (upload === null || upload.metadata?.['id'] === anew) return 0;
  return (upload.size ?? 0) - upload.offset;
}
