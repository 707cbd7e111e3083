/** The list of contents (central directory, 4.3.12), parsed whole: it is capped, so memory is too. */
import { findDirectory, type DirectoryPlace } from './end-record.ts';
import { withZip64 } from './extra-fields.ts';
import { PackError } from './pack-error.ts';
import { readExactly, viewOf, type PackSource } from './pack-source.ts';
import { CENTRAL, MAX_NAME_BYTES } from './zip-format.ts';
import type { EntryNumbers } from './zip-numbers.ts';

export interface Entry extends Readonly<EntryNumbers> {
  readonly name: string;
  readonly nameBytes: Uint8Array<ArrayBuffer>;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly isSymlink: boolean;
}

export interface Directory {
  /** In the order of their bytes. */
  readonly entries: readonly Entry[];
  /** Where the list stands, which is where the last file ends. */
  readonly start: number;
}

/** @throws PackError */
export async function readDirectory(source: PackSource): Promise<Directory> {
  const place = await findDirectory(source);
  const bytes = await readExactly(source, place.start, place.end);
  return { entries: parse(bytes, place).sort((a, b) => a.offset - b.offset), start: place.start };
}

function parse(bytes: Uint8Array<ArrayBuffer>, { entries: count }: DirectoryPlace): Entry[] {
  const view = viewOf(bytes);
  const entries: Entry[] = [];
  let at = 0;
  while (at < bytes.byteLength) {
    if (at + CENTRAL.bytes > bytes.byteLength || view.getUint32(at, true) !== CENTRAL.signature)
      throw new PackError('inconsistent', `the list of contents at ${at}`);
    const nameEnd = at + CENTRAL.bytes + view.getUint16(at + 28, true);
    const end = nameEnd + view.getUint16(at + 30, true);
    const commentBytes = view.getUint16(at + 32, true);
    if (end > bytes.byteLength || commentBytes > 0)
      throw new PackError('inconsistent', `the list of contents at ${at}`);
    const nameBytes = bytes.subarray(at + CENTRAL.bytes, nameEnd);
    entries.push(
      entryAt(view, at, nameBytes, new DataView(bytes.buffer, bytes.byteOffset + nameEnd, end - nameEnd)),
    );
    at = end;
  }
  if (entries.length !== count)
    throw new PackError('inconsistent', `${entries.length} entries instead of ${count}`);
  return entries;
}

function entryAt(view: DataView, at: number, nameBytes: Uint8Array<ArrayBuffer>, extra: DataView): Entry {
  if (nameBytes.byteLength > MAX_NAME_BYTES)
    throw new PackError('unknown-entry', `a name of ${nameBytes.byteLength} bytes`);
  if (view.getUint16(at + 34, true) !== 0) throw new PackError('multi-disk', `entry at ${at}`);
  const numbers = {
    size: view.getUint32(at + 24, true),
    stored: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  const madeBy = view.getUint8(at + 5);
  const unixMode = view.getUint32(at + 38, true) >>> 16;
  return {
    ...withZip64(numbers, extra),
    name: nameOf(nameBytes),
    nameBytes,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    // File type bits of Unix (3) and macOS (19) writers: 0120000 is a symbolic link.
    isSymlink: (madeBy === 3 || madeBy === 19) && (unixMode & 0o170000) === 0o120000,
  };
}

/** Only for comparing and for messages: a name we take is ASCII, so its encoding cannot matter. */
function nameOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
