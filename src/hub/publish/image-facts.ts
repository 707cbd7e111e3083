/** What kind of picture a file is and how large, read from its first bytes: an extension proves nothing. */
export interface ImageFacts {
  readonly extension: 'png' | 'jpg' | 'webp' | 'svg';
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

type Size = Pick<ImageFacts, 'width' | 'height'>;

/** Null for anything that is not a picture of one of the four kinds, or says no size. */
export function imageFacts(bytes: Uint8Array<ArrayBuffer>): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ascii = (start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end));
  try {
    if (ascii(1, 4) === 'PNG') {
      return { extension: 'png', type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
    }
    if (view.getUint16(0) === 0xffd8)
      return withSize({ extension: 'jpg', type: 'image/jpeg' }, jpegSize(view));
    if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') {
      return withSize({ extension: 'webp', type: 'image/webp' }, webpSize(view, ascii(12, 16)));
    }
  } catch (error) {
    // Reading past the end: a file cut short.
    if (error instanceof RangeError) return null;
    throw error;
  }
  const text = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /<svg[\s>]/u.test(text)
    ? withSize({ extension: 'svg', type: 'image/svg+xml' }, svgSize(text))
    : null;
}

function withSize(kind: Pick<ImageFacts, 'extension' | 'type'>, size: Size | null): ImageFacts | null {
  return size === null || size.width < 1 || size.height < 1 ? null : { ...kind, ...size };
}

/** Walks the segments to the frame header (SOF0…SOF15 without DHT, JPG and DAC). */
function jpegSize(view: DataView): Size | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** RFC 9649: three layouts, each with its own place for the size. */
function webpSize(view: DataView, chunk: string): Size | null {
  if (chunk === 'VP8X') {
    const uint24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return null;
}

function svgSize(text: string): Size | null {
  const tag = /<svg[^>]*>/u.exec(text)?.[0] ?? '';
  const box = /\bviewBox\s*=\s*["']\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)/u.exec(tag);
  const length = (name: string): number =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["']([\\d.]+)(px)?["']`, 'u').exec(tag)?.[1] ?? Number.NaN);
  const width = Math.round(box ? Number(box[1]) : length('width'));
  const height = Math.round(box ? Number(box[2]) : length('height'));
  return Number.isFinite(width) && Number.isFinite(height) ? { width, height } : null;
}
