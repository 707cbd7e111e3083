/** A media file wherever it is: in memory, picked in a browser, or on the disk of Node. */
import { BlobSource, BufferSource, FilePathSource, type Source } from 'mediabunny';
import { MediaError } from './media-error.ts';

/** Bytes, a picked file, or a path (Node only). */
export type MediaInput = Uint8Array | Blob | string;

export interface MediaFile {
  readonly source: Source;
  readonly sizeBytes: number;
  /** Up to `length` bytes from `offset`; fewer at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** @throws MediaError `media-missing`, `media-empty` */
export async function openMedia(input: MediaInput): Promise<MediaFile> {
  const file = typeof input === 'string' ? await openPath(input) : openInMemory(input);
  if (file.sizeBytes === 0) throw new MediaError('media-empty');
  return file;
}

function openInMemory(input: Uint8Array | Blob): MediaFile {
  if (input instanceof Uint8Array) {
    return {
      source: new BufferSource(input),
      sizeBytes: input.byteLength,
      read: (offset, length) => Promise.resolve(input.subarray(offset, offset + length)),
    };
  }
  return {
    source: new BlobSource(input),
    sizeBytes: input.size,
    // Slices, never `.stream()`: Safari fails to stream picked files.
    read: async (offset, length) => new Uint8Array(await input.slice(offset, offset + length).arrayBuffer()),
  };
}

async function openPath(path: string): Promise<MediaFile> {
  const { open, stat } = await import('node:fs/promises');
  const facts = await stat(path).catch((cause: unknown) => {
    throw new MediaError('media-missing', { cause });
  });
  return {
    source: new FilePathSource(path),
    sizeBytes: facts.size,
    async read(offset, length) {
      const handle = await open(path);
      try {
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}
