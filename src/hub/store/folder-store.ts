/** A shelf in a folder on disk: the tree of design §4, as any static host could serve it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { checkedPieces } from './blob-content.ts';
import { durableWrite } from './durable-write.ts';
import { ifThere } from './if-there.ts';
import { readAt } from './read-at.ts';
import type { ShelfStore, StoredCatalogue } from './store.ts';

const pieceBytes = 1 << 20;

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * @param root The shelf's root; made when something is first written.
 * @param temporary A folder on the same file system, outside the shelf.
 */
export function folderStore(root: string, temporary: string): ShelfStore {
  const at = (href: string): string => path.join(root, href);

  async function sizeOf(href: string): Promise<number | null> {
    const entry = await ifThere(() => stat(at(href)));
    return entry?.isFile() === true ? entry.size : null;
  }

  async function readCatalogue(): Promise<StoredCatalogue | null> {
    const jws = await ifThere(() => readFile(at('catalogue.jws'), 'utf8'));
    return jws === null ? null : { jws, version: versionOf(jws) };
  }

  return {
    name: root,
    sizeOf,
    readCatalogue,
    read: (href) => ifThere(() => readFile(at(href))),
    readRange: (href, start, end) =>
      ifThere(async () => {
        const file = await open(at(href), 'r');
        try {
          return await readAt(file, start, end);
        } finally {
          await file.close();
        }
      }),
    async stream(href) {
      return (await sizeOf(href)) === null ? null : createReadStream(at(href), { highWaterMark: pieceBytes });
    },
    async putBlob(ref, source) {
      if ((await sizeOf(ref.href)) === ref.size) return;
      await durableWrite(at(ref.href), temporary, async (file) => {
        for await (const piece of checkedPieces(ref, source)) await file.writeFile(piece);
      });
    },
    /** Compared and written under the data folder's write lock, which whoever writes here holds. */
    async switchCatalogue(jws, expected) {
      if (((await readCatalogue())?.version ?? null) !== expected) return false;
      await durableWrite(at('catalogue.jws'), temporary, (file) => file.writeFile(jws));
      return true;
    },
    async writeFeed(text) {
      await durableWrite(at('opds.json'), temporary, (file) => file.writeFile(text));
    },
    async listBlobs() {
      const base = path.join(root, 'blobs', 'sha256');
      const folders = (await ifThere(() => readdir(base))) ?? [];
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
    whileAlone: (work) => work(),
  };
}
