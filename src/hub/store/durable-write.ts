/** Writing a file so that it is there whole or not at all, also after a crash: temp, fsync, rename, fsync the folder. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * @param target Absolute path.
 * @param temporary A folder on the same file system as `target`; left-overs of a crash lie there and nowhere else.
 * @param fill Writes the content.
 */
export async function durableWrite(
  target: string,
  temporary: string,
  fill: (file: FileHandle) => Promise<void>,
  mode = 0o644,
): Promise<void> {
  await mkdir(temporary, { recursive: true });
  await makeFolder(path.dirname(target));
  const draft = path.join(temporary, randomUUID());
  try {
    const file = await open(draft, 'wx', mode);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
    await syncFolder(path.dirname(target));
  } finally {
    await rm(draft, { force: true });
  }
}

/** A file that survives a power cut is of no use in a folder that does not. @param folder Absolute. */
export async function makeFolder(folder: string): Promise<void> {
  const outermost = await mkdir(folder, { recursive: true });
  if (outermost === undefined) return;
  let made = folder;
  for (;;) {
    const parent = path.dirname(made);
    await syncFolder(parent);
    if (made === path.resolve(outermost) || parent === made) return;
    made = parent;
  }
}

/** Makes a rename in this folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is as durable as it gets there.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
