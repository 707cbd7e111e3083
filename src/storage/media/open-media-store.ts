/**
 * Which store this profile uses is decided once, by trying, and remembered: a page, a worker and the service worker
 * that each judged for themselves would look for a file where the others did not put it.
 */
import { chosenStore, createStore } from './chosen-store.ts';
import { withMediaDatabase } from './media-database.ts';
import { MediaStoreError, toMediaError, withMediaErrors } from './media-error.ts';
import type { MediaStore, MediaStoreKind } from './media-store.ts';
import { canOpenSync, type MediaRoot } from './opfs-files.ts';

const opened = new Map<MediaRoot, Promise<MediaStore>>();

/**
 * The store of this profile, for pages and dedicated workers; a service worker asks `chosenStore`. `full` when there is
 * not even room to decide, `refused` where nothing can be stored at all.
 */
export function openMediaStore(root: MediaRoot = 'media'): Promise<MediaStore> {
  const known = opened.get(root);
  if (known !== undefined) return known;
  const opening = decide(root).catch((error: unknown) => {
    opened.delete(root);
    throw error;
  });
  opened.set(root, opening);
  return opening;
}

async function decide(root: MediaRoot): Promise<MediaStore> {
  const chosen = await chosenStore(root);
  if (chosen !== null) return chosen;
  // Only a dedicated worker can try; a page starts one.
  if (!('DedicatedWorkerGlobalScope' in globalThis)) return createStore(await askWorker(), root);
  return createStore(await remember((await canWriteFiles()) ? 'opfs' : 'indexeddb'), root);
}

/** The first to write decides; whoever tried at the same time takes its answer. */
function remember(kind: MediaStoreKind): Promise<MediaStoreKind> {
  return withMediaErrors(() =>
    withMediaDatabase(async (database) => {
      const deciding = database.transaction('choice', 'readwrite', { durability: 'strict' });
      const decided = (await deciding.store.get('kind')) ?? kind;
      await Promise.all([deciding.store.put(decided, 'kind'), deciding.done]);
      return decided;
    }),
  );
}

/** Writes a file and reads it back: having the functions says little (private windows, locked-down tablets). */
async function canWriteFiles(): Promise<boolean> {
  const name = `try-${crypto.randomUUID()}`;
  try {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(name, { create: true });
    if (!canOpenSync(handle)) return false;
    const access = await handle.createSyncAccessHandle();
    try {
      access.write(new Uint8Array([1]), { at: 0 });
      access.flush();
    } finally {
      access.close();
    }
    const { size } = await handle.getFile();
    await root.removeEntry(name);
    return size === 1;
  } catch (error) {
    const fault = toMediaError(error);
    // A full tablet is no reason to use the lesser store for ever.
    if (fault instanceof MediaStoreError && fault.fault === 'full') throw fault;
    return false;
  }
}

function askWorker(): Promise<MediaStoreKind> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./choice-worker.ts', import.meta.url), { type: 'module' });
    const end = (): void => worker.terminate();
    worker.addEventListener('message', ({ data }: MessageEvent<MediaStoreKind | null>) => {
      end();
      if (data === null) reject(new MediaStoreError('refused', 'Nothing can be stored on this tablet'));
      else resolve(data);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new MediaStoreError('gone', 'The worker that tries the stores did not start'));
    });
  });
}
