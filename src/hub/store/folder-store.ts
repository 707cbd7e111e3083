/** A shelf in a folder on disk: the tree of design §4, as any static host could serve it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { BlobRef } from '../../core/reading/model.ts';
import { durableWrite } from './durable-write.ts';
import { readAt } from './read-at.ts';
import type { BlobSource, ShelfStore } from './store.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * @param root The shelf's root; made when something is first written.
 * @param temporary A folder on the same file system, outside the shelf.
 */
export function folderStore(root: string, temporary: string): ShelfStore {
  const at = (href: string): string => path.join(root, href);

  async function has(href: string): Promise<boolean> {
    return stat(at(href)).then(
      (entry) => entry.isFile(),
      () => false,
    );
  }

  return {
    has,
    async read(href) {
      try {
        return await readFile(at(href));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async readRange(href, start, end) {
      try {
        const file = await open(at(href), 'r');
        try {
          return await readAt(file, start, end);
        } finally {
          await file.close();
        }
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async putBlob(ref, source) {
      if (await has(ref.href)) return;
      await durableWrite(at(ref.href), temporary, async (file) => {
        const { sha256, size } = await copyInto(file, source);
        if (sha256 !== ref.sha256 || size !== ref.size)
          throw new Error(`${ref.href} changed while it was published`);
      });
    },
    async switchFile(name, text) {
      await durableWrite(at(name), temporary, (file) => file.writeFile(text));
    },
    async listBlobs() {
      const base = path.join(root, 'blobs', 'sha256');
      const folders = await readdir(base).catch(() => []);
      const names = await Promise.all(
        folders.map(async (folder) =>
          (await readdir(path.join(base, folder))).map((name) => `blobs/sha256/${folder}/${name}`),
        ),
      );
      return names.flat().sort();
    },
    async removeBlob(href) {
      await rm(at(href), { force: true });
    },
  };
}

/** Writes the content and says what was written, so that a file changed under our hands is noticed. */
async function copyInto(file: FileHandle, source: BlobSource): Promise<Pick<BlobRef, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  const chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> =
    'bytes' in source ? [source.bytes] : createReadStream(source.path, { highWaterMark: 1 << 20 });
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.byteLength;
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), size };
}
