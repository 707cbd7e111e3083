/** Small texts in private files, outside the database: a database that was lost opens as an empty one and says nothing. */
import { canOpenSync } from '../media/opfs-files.ts';

/** Only in a dedicated worker. Where there are no private files, nothing happens: such a note is never the only copy. */
export async function writeNote(name: string, text: string): Promise<void> {
  const root = await navigator.storage?.getDirectory?.().catch(() => null);
  if (!root) return;
  const handle = await root.getFileHandle(name, { create: true });
  if (!canOpenSync(handle)) return;
  const access = await handle.createSyncAccessHandle();
  try {
    access.truncate(0);
    access.write(new TextEncoder().encode(text), { at: 0 });
    access.flush();
  } finally {
    access.close();
  }
}

/** Null where there is none. */
export async function readNote(name: string): Promise<string | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await (await (await root.getFileHandle(name)).getFile()).text();
  } catch {
    return null;
  }
}
