/** What a file is, by its first bytes: what somebody calls it proves nothing. */
import { imageFacts } from '../publish/image-facts.ts';

/** Kinds of files drafts have. `iso` is MP4, M4A and QuickTime, which differ in a word of their header only. */
export type ContentKind =
  'iso' | 'matroska' | 'mp3' | 'adts' | 'wav' | 'ogg' | 'flac' | 'ts' | 'png' | 'jpg' | 'webp' | 'svg';

/** As much as is looked at. */
export const HEAD_BYTES = 4096;

const CLAIMS: Readonly<Record<string, ContentKind>> = {
  'video/mp4': 'iso',
  'video/x-m4v': 'iso',
  'video/quicktime': 'iso',
  'audio/mp4': 'iso',
  'audio/x-m4a': 'iso',
  'audio/m4a': 'iso',
  'video/webm': 'matroska',
  'audio/webm': 'matroska',
  'video/x-matroska': 'matroska',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/aac': 'adts',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/ogg': 'ogg',
  'video/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/x-flac': 'flac',
  'video/mp2t': 'ts',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** What a file of this media type would have to be; null for what no draft has. */
export function claimedKind(type: string): ContentKind | null {
  return CLAIMS[(type.split(';')[0] ?? '').trim().toLowerCase()] ?? null;
}

const MEBIBYTE = 1 << 20;

/** The largest file of a kind that is taken, in bytes. */
export function capOf(kind: ContentKind): number {
  if (kind === 'svg') return MEBIBYTE;
  if (kind === 'png' || kind === 'jpg' || kind === 'webp') return 32 * MEBIBYTE;
  if (kind === 'iso' || kind === 'matroska' || kind === 'ts') return 4096 * MEBIBYTE;
  return 1024 * MEBIBYTE;
}

/** @param head The first `HEAD_BYTES` of the file, fewer where it is shorter. Null for what is none of these. */
export function contentKind(head: Uint8Array<ArrayBuffer>): ContentKind | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const ascii = (start: number, end: number): string => String.fromCharCode(...head.subarray(start, end));
  if (head.byteLength < 12) return null;
  if (view.getUint32(0) === 0x1a45dfa3) return /webm|matroska/u.test(ascii(4, 64)) ? 'matroska' : null;
  if (isIso(ascii(4, 8), view.getUint32(0))) return 'iso';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return 'wav';
  if (ascii(0, 4) === 'OggS') return 'ogg';
  if (ascii(0, 4) === 'fLaC') return 'flac';
  const image = imageFacts(head);
  if (image !== null) return image.extension;
  if (ascii(0, 3) === 'ID3') return 'mp3';
  const sync = view.getUint16(0);
  // ISO 13818-7: the two bits of the layer are 0 in ADTS; ISO 11172-3: layer III is 01.
  if ((sync & 0xfff6) === 0xfff0) return 'adts';
  if ((sync & 0xffe6) === 0xffe2) return 'mp3';
  const isTransport = head.byteLength > 376 && [0, 188, 376].every((at) => head[at] === 0x47);
  return isTransport ? 'ts' : null;
}

/** A `ftyp` of a sensible length, or one of the atoms an old QuickTime file begins with. A page's `<!--` reads as a length of a gigabyte. */
function isIso(box: string, size: number): boolean {
  if (box === 'ftyp') return size >= 16 && size <= HEAD_BYTES;
  return (
    ['moov', 'mdat', 'wide', 'free', 'skip'].includes(box) && (size === 1 || (size >= 8 && size < 0x3c000000))
  );
}
