/** Where prepared media go: written as they are made, so that a film of an hour needs no more memory than one of a minute. */
import { StreamTarget, type StreamTargetChunk } from 'mediabunny';

/** Calls are made one after another. */
export interface GrowingFile {
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Over bytes already written: the index, which is known last and stands first. */
  writeAt(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export interface GrowingTarget {
  readonly target: StreamTarget;
  /** Why the file could not be written (the disk is full); the library only says that writing failed. */
  readonly failure: () => unknown;
}

const chunkBytes = 2 * 1024 * 1024;

export function growingTarget(file: GrowingFile): GrowingTarget {
  let size = 0;
  let failure: unknown = null;
  const write = async ({ data, position }: StreamTargetChunk): Promise<void> => {
    if (position > size) await append(new Uint8Array(position - size));
    const over = Math.min(data.byteLength, size - position);
    if (over > 0) await file.writeAt(position, data.slice(0, over));
    if (over < data.byteLength) await append(over === 0 ? data : data.slice(over));
  };
  const append = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    await file.append(bytes);
    size += bytes.byteLength;
  };
  const writable = new WritableStream<StreamTargetChunk>(
    {
      async write(chunk) {
        try {
          await write(chunk);
        } catch (error) {
          failure ??= error;
          throw error;
        }
      },
    },
    // One chunk on its way; until it is on disk the encoder waits.
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
  return {
    target: new StreamTarget(writable, { chunked: true, chunkSize: chunkBytes }),
    failure: () => failure,
  };
}

/** A file in memory, where there is no disk: Node's tests and short clips. */
export function memoryFile(): GrowingFile & { bytes(): Uint8Array<ArrayBuffer> } {
  let bytes = new Uint8Array(0);
  return {
    append: async (more) => {
      const joined = new Uint8Array(bytes.byteLength + more.byteLength);
      joined.set(bytes);
      joined.set(more, bytes.byteLength);
      bytes = joined;
    },
    writeAt: async (position, part) => bytes.set(part, position),
    bytes: () => bytes,
  };
}
