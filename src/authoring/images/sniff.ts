/** What a file's first bytes say it is, whatever its name says, and how large the picture in it claims to be. */

export type PictureKind =
  'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'avif' | 'heic' | 'tiff' | 'svg' | 'psd' | 'unknown';

export interface PictureHead {
  readonly kind: PictureKind;
  /** As stored, before rotation; null where the head does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Enough for the size of all but JPEG files with a long preamble. */
export const HEAD_BYTES = 512 * 1024;

export function sniffPicture(bytes: Uint8Array): PictureHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  const sized = (kind: PictureKind, size: readonly [number, number] | null = null): PictureHead => ({
    kind,
    width: size?.[0] ?? null,
    height: size?.[1] ?? null,
  });
  if (bytes.length < 12) return sized('unknown');
  if (view.getUint32(0) === 0x89504e47)
    return sized('png', bytes.length < 24 ? null : [view.getUint32(16), view.getUint32(20)]);
  if (view.getUint16(0) === 0xffd8) return sized('jpeg', jpegSize(view));
  if (/^GIF8[79]a$/u.test(ascii(0, 6)))
    return sized('gif', [view.getUint16(6, true), view.getUint16(8, true)]);
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return sized('webp', webpSize(view, ascii(12, 16)));
  if (ascii(0, 2) === 'BM' && bytes.length >= 26)
    return sized('bmp', [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))]);
  if (ascii(4, 8) === 'ftyp') return sized(brandOf(ascii(8, Math.min(bytes.length, 40))));
  if (ascii(0, 4) === 'II*\0' || ascii(0, 4) === 'MM\0*') return sized('tiff');
  if (ascii(0, 4) === '8BPS') return sized('psd');
  return sized(/<svg[\s>]/iu.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'svg' : 'unknown');
}

function brandOf(brands: string): PictureKind {
  if (/avif|avis/u.test(brands)) return 'avif';
  return /hei[cxms]|hev[cx]|mif1|msf1/u.test(brands) ? 'heic' : 'unknown';
}

/** The first frame header; markers with a length lie before it. */
function jpegSize(view: DataView): [number, number] | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView, chunk: string): [number, number] | null {
  if (view.byteLength < 30) return null;
  if (chunk === 'VP8X') {
    const side = (at: number): number => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return [side(24), side(27)];
  }
  if (chunk === 'VP8 ') return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return [1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)];
  }
  return null;
}
