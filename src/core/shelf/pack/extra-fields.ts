/** Extra fields (4.5): of them only ZIP64's sizes matter; time stamps of other writers are passed over. */
import { PackError } from './pack-error.ts';
import { readUint64, type EntryNumbers } from './zip-numbers.ts';
import { IN_ZIP64, MAX_EXTRA_BYTES, ZIP64_EXTRA } from './zip-format.ts';

/** Info-ZIP's second name for the same file: a parser that heeds it sees other names than one that does not (4.6.9). */
const UNICODE_PATH = 0x7075;

/**
 * The numbers of a record with those that stand in its ZIP64 field (4.5.3) put in place: there in this order, each only
 * where the record itself says "see there".
 * @param extra View of the record's extra fields alone.
 * @throws PackError `zip64-lies` or `inconsistent`.
 */
export function withZip64(numbers: EntryNumbers, extra: DataView): EntryNumbers {
  const field = zip64Field(extra);
  const resolved = { ...numbers };
  let at = 0;
  for (const name of ['size', 'stored', 'offset'] as const) {
    if (numbers[name] !== IN_ZIP64.u32) continue;
    if (field === null || at + 8 > field.byteLength) throw new PackError('zip64-lies', `no ${name}`);
    resolved[name] = readUint64(field, at);
    at += 8;
  }
  if (field !== null && at !== field.byteLength)
    throw new PackError('zip64-lies', `${field.byteLength - at} bytes too many`);
  return resolved;
}

function zip64Field(extra: DataView): DataView | null {
  if (extra.byteLength > MAX_EXTRA_BYTES)
    throw new PackError('inconsistent', `extra fields of ${extra.byteLength} bytes`);
  let found: DataView | null = null;
  let at = 0;
  while (at < extra.byteLength) {
    if (at + 4 > extra.byteLength) throw new PackError('inconsistent', 'a cut extra field');
    const id = extra.getUint16(at, true);
    const length = extra.getUint16(at + 2, true);
    const end = at + 4 + length;
    if (end > extra.byteLength || id === UNICODE_PATH)
      throw new PackError('inconsistent', `extra field ${id.toString(16)}`);
    if (id === ZIP64_EXTRA) {
      if (found !== null) throw new PackError('zip64-lies', 'two ZIP64 fields');
      found = new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    }
    at = end;
  }
  return found;
}
