/**
 * The records of an archive as we write them: no clock, no computer's name, so the same content is the same file on every
 * machine. ZIP64 stands only where a number needs it, so older programs read everything else.
 */
import {
  CENTRAL,
  END,
  END64,
  FLAG_UTF8,
  IN_ZIP64,
  LOCAL,
  LOCATOR64,
  VERSION,
  ZIP64_EXTRA,
} from './zip-format.ts';
import { writeUint64 } from './zip-numbers.ts';

export interface RecordFacts {
  /** ASCII. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** 1 January 1980, the first day the format knows, at midnight. */
const DATE = (1 << 5) | 1;
const PLAIN_VERSION = 10;
/** A plain file anybody may read, written as on Unix. */
const MODE = (0o100644 << 16) >>> 0;
const MADE_BY_UNIX = 3 << 8;

const isLarge = (value: number): boolean => value >= IN_ZIP64.u32;
const clip = (value: number): number => Math.min(value, IN_ZIP64.u32);

export function localHeaderBytes({ name, size }: Pick<RecordFacts, 'name' | 'size'>): number {
  return LOCAL.bytes + name.length + (isLarge(size) ? 20 : 0);
}

export function localHeader(facts: RecordFacts, crc: number): Uint8Array<ArrayBuffer> {
  const { name, size } = facts;
  const bytes = new Uint8Array(localHeaderBytes(facts));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LOCAL.signature, true);
  view.setUint16(4, isLarge(size) ? VERSION : PLAIN_VERSION, true);
  view.setUint16(6, FLAG_UTF8, true);
  view.setUint16(12, DATE, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, clip(size), true);
  view.setUint32(22, clip(size), true);
  view.setUint16(26, name.length, true);
  view.setUint16(28, isLarge(size) ? 20 : 0, true);
  bytes.set(new TextEncoder().encode(name), LOCAL.bytes);
  writeExtra(view, LOCAL.bytes + name.length, isLarge(size) ? [size, size] : []);
  return bytes;
}

/** The numbers that do not fit, in the order of 4.5.3. */
function largeNumbers({ size, offset }: RecordFacts): number[] {
  return [...(isLarge(size) ? [size, size] : []), ...(isLarge(offset) ? [offset] : [])];
}

function writeExtra(view: DataView, at: number, numbers: readonly number[]): void {
  if (numbers.length === 0) return;
  view.setUint16(at, ZIP64_EXTRA, true);
  view.setUint16(at + 2, numbers.length * 8, true);
  numbers.forEach((number, index) => writeUint64(view, at + 4 + index * 8, number));
}

export function centralRecordBytes(facts: RecordFacts): number {
  const numbers = largeNumbers(facts).length;
  return CENTRAL.bytes + facts.name.length + (numbers === 0 ? 0 : 4 + numbers * 8);
}

export function centralRecord(facts: RecordFacts, crc: number): Uint8Array<ArrayBuffer> {
  const { name, size, offset } = facts;
  const numbers = largeNumbers(facts);
  const bytes = new Uint8Array(centralRecordBytes(facts));
  const view = new DataView(bytes.buffer);
  const version = numbers.length === 0 ? PLAIN_VERSION : VERSION;
  view.setUint32(0, CENTRAL.signature, true);
  view.setUint16(4, MADE_BY_UNIX | version, true);
  view.setUint16(6, version, true);
  view.setUint16(8, FLAG_UTF8, true);
  view.setUint16(14, DATE, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, clip(size), true);
  view.setUint32(24, clip(size), true);
  view.setUint16(28, name.length, true);
  view.setUint16(30, bytes.byteLength - CENTRAL.bytes - name.length, true);
  view.setUint32(38, MODE, true);
  view.setUint32(42, clip(offset), true);
  bytes.set(new TextEncoder().encode(name), CENTRAL.bytes);
  writeExtra(view, CENTRAL.bytes + name.length, numbers);
  return bytes;
}

interface DirectoryFacts {
  readonly entries: number;
  /** Bytes. */
  readonly size: number;
  readonly offset: number;
}

const needsEnd64 = ({ entries, size, offset }: DirectoryFacts): boolean =>
  entries >= IN_ZIP64.u16 || isLarge(size) || isLarge(offset);

export function endRecordsBytes(facts: DirectoryFacts): number {
  return END.bytes + (needsEnd64(facts) ? END64.bytes + LOCATOR64.bytes : 0);
}

export function endRecords(facts: DirectoryFacts): Uint8Array<ArrayBuffer> {
  const { entries, size, offset } = facts;
  const bytes = new Uint8Array(endRecordsBytes(facts));
  const end = bytes.byteLength - END.bytes;
  if (end > 0) writeEnd64(new DataView(bytes.buffer, 0, end), facts);
  const view = new DataView(bytes.buffer, end);
  view.setUint32(0, END.signature, true);
  view.setUint16(8, Math.min(entries, IN_ZIP64.u16), true);
  view.setUint16(10, Math.min(entries, IN_ZIP64.u16), true);
  view.setUint32(12, clip(size), true);
  view.setUint32(16, clip(offset), true);
  return bytes;
}

function writeEnd64(view: DataView, { entries, size, offset }: DirectoryFacts): void {
  view.setUint32(0, END64.signature, true);
  writeUint64(view, 4, END64.bytes - 12);
  view.setUint16(12, MADE_BY_UNIX | VERSION, true);
  view.setUint16(14, VERSION, true);
  writeUint64(view, 24, entries);
  writeUint64(view, 32, entries);
  writeUint64(view, 40, size);
  writeUint64(view, 48, offset);
  view.setUint32(END64.bytes, LOCATOR64.signature, true);
  writeUint64(view, END64.bytes + 8, offset + size);
  view.setUint32(END64.bytes + 16, 1, true);
}
