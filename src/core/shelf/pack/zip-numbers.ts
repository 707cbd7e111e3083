/** Numbers as an archive writes them. */
import { PackError } from './pack-error.ts';

/** In bytes. `stored` is the size inside the archive; `offset` where the file's record begins. */
export interface EntryNumbers {
  size: number;
  stored: number;
  offset: number;
}

/** @throws PackError `zip64-lies` for a number no file can have. */
export function readUint64(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  if (!Number.isSafeInteger(value)) throw new PackError('zip64-lies', `${value} bytes`);
  return value;
}

export function writeUint64(view: DataView, at: number, value: number): void {
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}
