/**
 * Takes the time of making out of an MP4 (ISO/IEC 14496-12: `mvhd`, `tkhd`, `mdhd`). A repaired copy made today then has
 * the same hash as the one made yesterday, and an issue added again is the same issue.
 */
import type { FileHandle } from 'node:fs/promises';
import { readAt } from '../store/read-at.ts';

const containers = new Set(['moov', 'trak', 'mdia']);
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);
/** Of a box: its size, its name, and the size again where it needs 64 bits. */
const headerBytes = 16;

/** Changes `bytes` in place. Anything that is no box structure is left as it is. */
export function removeDates(bytes: Uint8Array<ArrayBuffer>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  visit(view, 0, view.byteLength);
}

/** The same in a file of any size: only its index is read. */
export async function removeDatesIn(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  for (let at = 0; at + headerBytes <= size;) {
    const header = await readAt(file, at, at + headerBytes);
    const box = boxAt(new DataView(header.buffer, header.byteOffset, header.byteLength), 0, size - at);
    if (box === null) return;
    if (box.type === 'moov') {
      const index = await readAt(file, at, at + box.size);
      removeDates(index);
      await writeAll(file, index, at);
    }
    at += box.size;
  }
}

/** A write may take a part only. */
export async function writeAll(
  file: FileHandle,
  bytes: Uint8Array<ArrayBuffer>,
  position: number,
): Promise<void> {
  for (let done = 0; done < bytes.byteLength;)
    done += (await file.write(bytes, done, bytes.byteLength - done, position + done)).bytesWritten;
}

interface Box {
  readonly type: string;
  readonly size: number;
  readonly header: 8 | 16;
}

/** @param left Bytes from its beginning to the end of what it is in. Null for what is none. */
function boxAt(view: DataView, at: number, left: number): Box | null {
  const type = String.fromCharCode(...[4, 5, 6, 7].map((offset) => view.getUint8(at + offset)));
  const short = view.getUint32(at);
  // A size of 1 is followed by 64 bits; of 0 means "to the end".
  const isLong = short === 1;
  const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? left : short;
  const header = isLong ? 16 : 8;
  return size < header || size > left ? null : { type, size, header };
}

function visit(view: DataView, from: number, to: number): void {
  for (let at = from; at + headerBytes <= to;) {
    const box = boxAt(view, at, to - at);
    if (box === null) return;
    const content = at + box.header;
    if (containers.has(box.type)) visit(view, content, at + box.size);
    // Version and flags, then creation and modification time, of 32 bits each or of 64 in version 1.
    if (dated.has(box.type)) {
      const length = view.getUint8(content) === 1 ? 16 : 8;
      for (let offset = 0; offset < length; offset += 4) view.setUint32(content + 4 + offset, 0);
    }
    at += box.size;
  }
}
