/** An issue folder on disk. Never leaves the folder, whatever a path says and wherever a link points. */
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { decodeUtf8 } from './folder-files.ts';
import { checkPath } from './folder-path.ts';
import type { FolderReader, SourcePath } from './issue-source.ts';

export function openNodeFolder(folder: string): FolderReader {
  const resolve = async (file: SourcePath): Promise<string> => {
    if (!checkPath(file)) throw new Error(`not a file of the issue folder: ${file}`);
    const root = await realpath(folder);
    const real = await realpath(join(root, file));
    if (!real.startsWith(root + sep)) throw new Error(`a link leads out of the issue folder: ${file}`);
    return real;
  };
  const readBytes = async (file: SourcePath): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await readFile(await resolve(file)));
  return {
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort();
    },
    async exists(file) {
      try {
        return (await stat(await resolve(file))).isFile();
      } catch {
        return false;
      }
    },
    readText: async (file) => decodeUtf8(await readBytes(file)),
    readBytes,
  };
}
