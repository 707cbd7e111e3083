/** A shelf as a folder, where the browser can pick one. */
import type { BlobRef } from '../../core/reading/model.ts';
import { maxCatalogueCharacters } from '../../core/shelf/catalogue.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';
import { readPart } from './read-part.ts';
import { SourceError, type CarriedShelf } from './source.ts';

/** A chunk, which is what is verified and written in one step. */
const PIECE_BYTES = CHUNK_BYTES;
/** One arrives, one is hashed, one is written down (`write-chunks.ts`), and there is one to spare. */
const MEMORIES = 4;

export function createFolderSource(folder: FileSystemDirectoryHandle): CarriedShelf {
  /** @throws SourceError `not-found` */
  async function open(path: string): Promise<File> {
    const names = path.split('/');
    const last = names.pop() ?? '';
    try {
      let inside = folder;
      for (const name of names) inside = await inside.getDirectoryHandle(name);
      return await (await inside.getFileHandle(last)).getFile();
    } catch (error) {
      throw new SourceError('not-found', `${path}: ${String(error)}`);
    }
  }

  return {
    kind: 'folder',
    name: folder.name,
    async catalogue() {
      const file = await open('catalogue.jws');
      if (file.size > maxCatalogueCharacters) throw new SourceError('wrong-length', 'catalogue.jws');
      return file.text();
    },
    has: (blob) =>
      open(blob.href).then(
        (file) => file.size === blob.size,
        () => false,
      ),
    read: (blob, start, signal) => read(blob, start, signal),
  };

  async function* read(
    blob: BlobRef,
    start: number,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    const file = await open(blob.href);
    if (file.size !== blob.size) throw new SourceError('wrong-length', blob.href);
    const memories: ArrayBuffer[] = [];
    for (let at = start, turn = 0; at < blob.size; at += PIECE_BYTES, turn++) {
      signal.throwIfAborted();
      const place = turn % MEMORIES;
      const piece = await readPart(file, at, Math.min(at + PIECE_BYTES, blob.size), memories[place]);
      memories[place] = piece.buffer;
      yield piece;
    }
  }
}
