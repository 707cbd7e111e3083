/** CRC-32 (ISO 3309), which other unzip programs check. Eight bytes a step, since a pack has gigabytes. */
import { viewOf } from './pack-source.ts';

/** Eight tables of 256: the n-th is for a byte with n more bytes behind it. */
const TABLES = makeTables();

function makeTables(): Uint32Array {
  const tables = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    tables[byte] = crc;
  }
  for (let at = 256; at < tables.length; at++) {
    const crc = tables[at - 256] ?? 0;
    tables[at] = (tables[crc & 255] ?? 0) ^ (crc >>> 8);
  }
  return tables;
}

const inTable = (table: number, byte: number): number => TABLES[table * 256 + (byte & 255)] ?? 0;

/** The CRC of whatever `before` is the CRC of, followed by `bytes`. */
export function crc32(bytes: Uint8Array<ArrayBuffer>, before = 0): number {
  const view = viewOf(bytes);
  const whole = bytes.byteLength - (bytes.byteLength % 8);
  let crc = ~before;
  for (let at = 0; at < whole; at += 8) {
    const low = view.getUint32(at, true) ^ crc;
    const high = view.getUint32(at + 4, true);
    crc =
      inTable(7, low) ^
      inTable(6, low >>> 8) ^
      inTable(5, low >>> 16) ^
      inTable(4, low >>> 24) ^
      inTable(3, high) ^
      inTable(2, high >>> 8) ^
      inTable(1, high >>> 16) ^
      inTable(0, high >>> 24);
  }
  for (let at = whole; at < bytes.byteLength; at++) crc = inTable(0, crc ^ view.getUint8(at)) ^ (crc >>> 8);
  return ~crc >>> 0;
}
