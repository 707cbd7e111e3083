/** A part of a file as a body. Opened when first read and closed when done or when the reader goes away. */
import { open, type FileHandle } from 'node:fs/promises';
import type { ByteRange } from '../../core/shelf/byte-range.ts';

const chunkBytes = 256 * 1024;

export interface FilePart extends ByteRange {
  /** Absolute. */
  readonly path: string;
}

/** What a body is made of, so that a server with a socket can write the file to it without the stream in between. */
const parts = new WeakMap<ReadableStream, FilePart>();
export const filePartOf = (body: ReadableStream): FilePart | undefined => parts.get(body);

export function fileStream(part: FilePart): ReadableStream<Uint8Array> {
  const { path, start, end } = part;
  let handle: FileHandle | null = null;
  let position = start;
  const close = async (): Promise<void> => {
    const open = handle;
    handle = null;
    await open?.close();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          handle ??= await open(path, 'r');
          const length = Math.min(chunkBytes, end - position + 1);
          const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position);
          // Shorter than promised: breaking off tells the receiver, a clean end would not.
          if (bytesRead === 0) throw new Error(`${path} ended early`);
          position += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
          if (position > end) {
            await close();
            controller.close();
          }
        } catch (error) {
          await close();
          controller.error(error);
        }
      },
      cancel: close,
    },
    // Nothing is opened or read ahead of a reader: a HEAD, or a body nobody takes, costs no file handle.
    { highWaterMark: 0 },
  );
  parts.set(body, part);
  return body;
}
