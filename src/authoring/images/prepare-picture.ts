/**
 * A picture as somebody brought it, made fit to be published: upright, at most 1600 px on its long side, drawn anew. What is drawn anew
 * carries nothing of the file it came from: no place, no time, no camera, no thumbnail of what was cut away.
 */
import { HEAD_BYTES, sniffPicture, type PictureKind } from './sniff.ts';

export const LONG_SIDE = 1600;
const MAX_FILE_BYTES = 100_000_000;
/** Four bytes each while it is decoded. */
const MAX_PIXELS = 120_000_000;
const QUALITY = 0.86;

export interface PreparedPicture {
  readonly bytes: Blob;
  readonly type: 'image/webp' | 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
}

/** Why a picture cannot be used; the cure is in `studio-text`, `picture.fault.*`. */
export type PictureFault = 'empty' | 'too-large' | 'svg' | 'heic' | 'not-shown' | 'not-picture' | 'broken';

export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly fault: PictureFault;
  constructor(fault: PictureFault, detail?: string) {
    super(detail ?? fault);
    this.fault = fault;
  }
}

const REFUSED: Partial<Record<PictureKind, PictureFault>> = {
  svg: 'svg',
  tiff: 'not-shown',
  psd: 'not-shown',
  unknown: 'not-picture',
};

/** Throws `PictureError`. Browser only. */
export async function preparePicture(file: Blob): Promise<PreparedPicture> {
  if (file.size === 0) throw new PictureError('empty');
  if (file.size > MAX_FILE_BYTES) throw new PictureError('too-large');
  const head = sniffPicture(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const fault = REFUSED[head.kind];
  if (fault !== undefined) throw new PictureError(fault);
  if (head.width !== null && head.height !== null && head.width * head.height > MAX_PIXELS)
    throw new PictureError('too-large');
  const bitmap = await decode(file, head.kind);
  try {
    return await encode(drawUpright(bitmap), head.kind);
  } finally {
    bitmap.close();
  }
}

async function decode(file: Blob, kind: PictureKind): Promise<ImageBitmap> {
  try {
    // The engine turns the picture upright; the type is what we found, not what the file is called.
    return await createImageBitmap(new Blob([file], { type: `image/${kind}` }));
  } catch (thrown) {
    throw new PictureError(kind === 'heic' ? 'heic' : 'broken', String(thrown));
  }
}

function drawUpright(bitmap: ImageBitmap): OffscreenCanvas {
  const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new PictureError('broken', 'no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Safari writes no WebP and hands back a PNG instead: then photographs become JPEG, drawings stay PNG. */
async function encode(canvas: OffscreenCanvas, kind: PictureKind): Promise<PreparedPicture> {
  const { width, height } = canvas;
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  if (webp.type === 'image/webp') return { bytes: webp, type: 'image/webp', width, height };
  if (kind === 'jpeg' || kind === 'heic') {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
    return { bytes: jpeg, type: 'image/jpeg', width, height };
  }
  return { bytes: webp, type: 'image/png', width, height };
}
