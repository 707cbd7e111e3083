/** Where the bytes of a pack come from: a picked file on the tablet, an open file in the hub. */
import { PackError } from './pack-error.ts';

export interface PackSource {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`, both within `size`. They may be put into `memory`, which nobody needs any more. */
  slice(start: number, end: number, memory?: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>>;
}

/** @throws PackError `unreadable` when the file fails or gives other than what was asked: it changed, or is gone. */
export async function readExactly(
  source: PackSource,
  start: number,
  end: number,
  memory?: ArrayBuffer,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await source.slice(start, end, memory);
  } catch (cause) {
    throw new PackError('unreadable', cause instanceof Error ? cause.message : `at ${start}`);
  }
  if (bytes.byteLength !== end - start)
    throw new PackError('unreadable', `${bytes.byteLength} of ${end - start} bytes at ${start}`);
  return bytes;
}

export const viewOf = (bytes: Uint8Array<ArrayBuffer>): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
