/** The end of an archive, where it says how many files it has and where their list stands. */
import { PackError } from './pack-error.ts';
import { readExactly, viewOf, type PackSource } from './pack-source.ts';
import { END, END64, IN_ZIP64, LOCAL, LOCATOR64, MAX_DIRECTORY_BYTES, MAX_ENTRIES } from './zip-format.ts';
import { readUint64 } from './zip-numbers.ts';

export interface DirectoryPlace {
  readonly entries: number;
  /** Byte range of the list of contents; it ends where the end records begin. */
  readonly start: number;
  readonly end: number;
}

interface EndFields {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly entriesHere: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

/** A comment may be this long, so this far back an end record may hide. */
const FARTHEST_END = 0xffff + END.bytes;

/** @throws PackError */
export async function findDirectory(source: PackSource): Promise<DirectoryPlace> {
  if (source.size < END.bytes) throw new PackError('not-a-zip', `${source.size} bytes`);
  const endAt = source.size - END.bytes;
  // The record must be the very last thing: then no parser can find another one.
  const end = viewOf(await readExactly(source, endAt, source.size));
  if (end.getUint32(0, true) !== END.signature || end.getUint16(20, true) !== 0) throw await explain(source);
  const fields: EndFields = {
    disk: end.getUint16(4, true),
    directoryDisk: end.getUint16(6, true),
    entriesHere: end.getUint16(8, true),
    entries: end.getUint16(10, true),
    size: end.getUint32(12, true),
    offset: end.getUint32(16, true),
  };
  const large = await readEnd64(source, endAt, fields);
  return place(large?.fields ?? fields, large?.at ?? endAt);
}

function place(
  { disk, directoryDisk, entriesHere, entries, size, offset }: EndFields,
  endsAt: number,
): DirectoryPlace {
  if (disk !== 0 || directoryDisk !== 0 || entriesHere !== entries)
    throw new PackError('multi-disk', `disk ${disk}, ${entriesHere} of ${entries} entries`);
  if (entries > MAX_ENTRIES) throw new PackError('too-many-entries', `${entries}`);
  if (size > MAX_DIRECTORY_BYTES) throw new PackError('too-large', `list of contents of ${size} bytes`);
  if (offset + size > endsAt) throw new PackError('truncated', `the list should end at ${offset + size}`);
  if (offset + size < endsAt) throw new PackError('junk', `${endsAt - offset - size} bytes before the end`);
  return { entries, start: offset, end: endsAt };
}

/** The fields of the ZIP64 end record, or null where there is none. */
async function readEnd64(
  source: PackSource,
  endAt: number,
  small: EndFields,
): Promise<{ fields: EndFields; at: number } | null> {
  const at = endAt - LOCATOR64.bytes - END64.bytes;
  const tail = at < 0 ? null : viewOf(await readExactly(source, at, endAt));
  if (tail?.getUint32(END64.bytes, true) !== LOCATOR64.signature) {
    if (isSaturated(small)) throw new PackError('zip64-lies', 'no ZIP64 end record');
    return null;
  }
  if (tail.getUint32(END64.bytes + 4, true) !== 0 || tail.getUint32(END64.bytes + 16, true) > 1)
    throw new PackError('multi-disk', 'ZIP64 locator');
  // Without the extensible data nobody writes, the record stands exactly here.
  if (
    readUint64(tail, END64.bytes + 8) !== at ||
    tail.getUint32(0, true) !== END64.signature ||
    readUint64(tail, 4) !== END64.bytes - 12
  )
    throw new PackError('zip64-lies', 'the locator leads elsewhere');
  const fields: EndFields = {
    disk: tail.getUint32(16, true),
    directoryDisk: tail.getUint32(20, true),
    entriesHere: readUint64(tail, 24),
    entries: readUint64(tail, 32),
    size: readUint64(tail, 40),
    offset: readUint64(tail, 48),
  };
  const agrees =
    agree(small.disk, fields.disk, IN_ZIP64.u16) &&
    agree(small.directoryDisk, fields.directoryDisk, IN_ZIP64.u16) &&
    agree(small.entriesHere, fields.entriesHere, IN_ZIP64.u16) &&
    agree(small.entries, fields.entries, IN_ZIP64.u16) &&
    agree(small.size, fields.size, IN_ZIP64.u32) &&
    agree(small.offset, fields.offset, IN_ZIP64.u32);
  if (!agrees) throw new PackError('zip64-lies', 'the two end records differ');
  return { fields, at };
}

const agree = (small: number, large: number, saturated: number): boolean =>
  small === large || small === saturated;

const isSaturated = ({ disk, directoryDisk, entriesHere, entries, size, offset }: EndFields): boolean =>
  [disk, directoryDisk, entriesHere, entries].includes(IN_ZIP64.u16) || [size, offset].includes(IN_ZIP64.u32);

/** No end record where it must be: says what the file is instead. */
async function explain(source: PackSource): Promise<PackError> {
  const from = Math.max(0, source.size - FARTHEST_END);
  const tail = viewOf(await readExactly(source, from, source.size));
  for (let at = tail.byteLength - END.bytes; at >= 0; at--) {
    if (tail.getUint32(at, true) === END.signature) return new PackError('junk', 'after the end record');
  }
  const head = viewOf(await readExactly(source, 0, 4));
  return head.getUint32(0, true) === LOCAL.signature
    ? new PackError('truncated', 'no end record')
    : new PackError('not-a-zip', 'no end record');
}
