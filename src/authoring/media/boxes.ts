/**
 * The outermost boxes of an MP4 or MOV file (ISO/IEC 14496-12 §4.2): where its index lies and whether the file is whole.
 * The library reads files either way and says neither.
 */
import type { MediaFile } from './media-file.ts';

export interface FileLayout {
  /** `moov` before the first `mdat`: playing can begin before the file is there. Null for other containers. */
  readonly moovFirst: boolean | null;
  /** Recorded in pieces, as browsers do: no length known beforehand, poor seeking. */
  readonly isFragmented: boolean;
  /** The file ends inside its last box. */
  readonly isCut: boolean;
}

const notBoxes: FileLayout = { moovFirst: null, isFragmented: false, isCut: false };
const firstBoxes = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'styp']);
const maxBoxes = 100_000;

export async function readLayout(file: MediaFile): Promise<FileLayout> {
  const head = await file.read(0, 16);
  if (isEbml(head)) return { ...notBoxes, isCut: await isSegmentCut(file) };
  const types: string[] = [];
  let offset = 0;
  while (offset + 8 <= file.sizeBytes && types.length < maxBoxes) {
    const box = readHeader(await file.read(offset, 16));
    if (types.length === 0 && !firstBoxes.has(box.type)) return notBoxes;
    types.push(box.type);
    // Size 0 means "to the end of the file".
    if (box.size === 0) offset = file.sizeBytes;
    else if (box.size < 8) break;
    else offset += box.size;
  }
  const moov = types.indexOf('moov');
  const mdat = types.indexOf('mdat');
  // Some recorders leave a few stray bytes after the last box; only missing ones matter.
  return {
    moovFirst: moov !== -1 && (mdat === -1 || moov < mdat),
    isFragmented: types.includes('moof'),
    isCut: offset > file.sizeBytes || moov === -1,
  };
}

/**
 * How much of a recording that broke off can be read: up to the last whole fragment. The whole size for other containers, which are
 * read up to where they end.
 */
export async function readableBytes(file: MediaFile): Promise<number> {
  const head = await file.read(0, 16);
  if (isEbml(head) || !firstBoxes.has(readHeader(head).type)) return file.sizeBytes;
  let offset = 0;
  let whole = 0;
  while (offset + 8 <= file.sizeBytes) {
    const { type, size } = readHeader(await file.read(offset, 16));
    if (size < 8 || offset + size > file.sizeBytes) break;
    offset += size;
    // The head of a fragment is nothing without its frames.
    if (type !== 'moof') whole = offset;
  }
  return whole;
}

function readHeader(bytes: Uint8Array): { type: string; size: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = String.fromCharCode(...bytes.subarray(4, 8));
  const size = view.getUint32(0);
  // Size 1 announces a 64-bit size after the type.
  return { type, size: size === 1 && bytes.length >= 16 ? Number(view.getBigUint64(8)) : size };
}

function isEbml(head: Uint8Array): boolean {
  return head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3;
}

/** WebM and Matroska: the EBML header, then one Segment with its length, unless it was written as unknown. */
async function isSegmentCut(file: MediaFile): Promise<boolean> {
  const header = readSize(await file.read(4, 8));
  if (!header) return true;
  const at = 4 + header.bytes + header.value;
  const segment = await file.read(at, 12);
  if (segment[0] !== 0x18 || segment[1] !== 0x53) return true;
  const size = readSize(segment.subarray(4));
  if (!size) return true;
  return !size.isUnknown && at + 4 + size.bytes + size.value > file.sizeBytes;
}

/** A variable-length EBML size (RFC 8794 §4). */
function readSize(bytes: Uint8Array): { value: number; bytes: number; isUnknown: boolean } | null {
  const first = bytes[0] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || bytes.length < length) return null;
  const rest = [...bytes.subarray(1, length)];
  const mask = 2 ** (8 - length) - 1;
  const value = rest.reduce((sum, byte) => sum * 256 + byte, first & mask);
  return { value, bytes: length, isUnknown: (first & mask) === mask && rest.every((byte) => byte === 0xff) };
}
