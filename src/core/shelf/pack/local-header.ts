/** A file's own header (4.3.7), which must say what the list of contents says, and end where the data must begin. */
import type { Entry } from './directory.ts';
import { withZip64 } from './extra-fields.ts';
import { PackError } from './pack-error.ts';
import { readExactly, viewOf, type PackSource } from './pack-source.ts';
import { LOCAL } from './zip-format.ts';

/**
 * Where the data of `entry` begins.
 * @param end Where the next record begins.
 * @throws PackError
 */
export async function locate(source: PackSource, entry: Entry, end: number): Promise<number> {
  const { name, nameBytes, offset, size } = entry;
  const dataAt = end - size;
  const header = await readExactly(source, offset, dataAt);
  const view = viewOf(header);
  const extraAt = LOCAL.bytes + nameBytes.byteLength;
  if (
    view.getUint32(0, true) !== LOCAL.signature ||
    view.getUint16(6, true) !== entry.flags ||
    view.getUint16(8, true) !== entry.method ||
    view.getUint32(14, true) !== entry.crc ||
    view.getUint16(26, true) !== nameBytes.byteLength ||
    nameBytes.some((byte, index) => header[LOCAL.bytes + index] !== byte)
  )
    throw new PackError('inconsistent', `two records of ${name}`);
  if (extraAt + view.getUint16(28, true) !== header.byteLength)
    throw new PackError('junk', `between the header and the data of ${name}`);
  const extra = new DataView(header.buffer, header.byteOffset + extraAt, header.byteLength - extraAt);
  const numbers = { size: view.getUint32(22, true), stored: view.getUint32(18, true), offset: 0 };
  const local = withZip64(numbers, extra);
  if (local.size !== size || local.stored !== size) throw new PackError('wrong-size', name);
  return dataAt;
}
