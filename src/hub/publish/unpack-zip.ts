/** A zip of an issue folder, unpacked beside the shelf for as long as it is being published. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeZipError, ZipError } from '../../authoring/zip-error.ts';
import { openZipFolder, type ZipFolder } from '../../authoring/zip-folder.ts';
import { HubError } from '../hub-error.ts';
import { openFileSource } from '../pack/file-source.ts';

/**
 * Whatever comes of it, nothing is left behind.
 * @param file Absolute.
 * @throws HubError `zip-refused` or `no-room`, and what `work` throws.
 */
export async function withUnpacked<T>(
  file: string,
  temporary: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const place = path.join(temporary, randomUUID());
  const folder = path.join(place, path.basename(file).replace(/(?:\.issue)?\.zip$/iu, ''));
  const source = await openFileSource(file);
  try {
    const zip = await openZipFolder(source);
    for (const name of await zip.list()) await unpack(zip, name, folder);
    return await work(folder);
  } catch (error) {
    if (error instanceof ZipError) {
      const [zh, en] = [describeZipError(error, 'zh'), describeZipError(error, 'en')];
      throw new HubError('zip-refused', { file, zh, en });
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw new HubError('no-room', { folder: temporary });
    throw error;
  } finally {
    await source.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** The names were judged before: none leads out of `folder`. */
async function unpack(zip: ZipFolder, name: string, folder: string): Promise<void> {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true });
  const handle = await open(target, 'wx');
  try {
    for await (const piece of zip.stream(name)) await handle.writeFile(piece);
  } finally {
    await handle.close();
  }
}
