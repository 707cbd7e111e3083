/** One file as an HTTP answer: 200, 206, 304 or 416, brotli for text, the same for app files and shelf. */
import type { Stats } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { parseRange, rangeOfContent } from '../../core/shelf/byte-range.ts';
import { worthCompressingBytes, type BrotliCache } from './brotli.ts';
import { fileStream } from './file-stream.ts';
import { mediaTypeOf } from './media-type.ts';

export interface ServedFile {
  /** Absolute. */
  readonly path: string;
  /** Names the content, without quotes; the hash where there is one. Made of size and time where there is none. */
  readonly tag?: string;
  readonly cacheControl: string;
  /** Where the extension alone does not say it. */
  readonly type?: string;
  readonly brotliQuality: number;
}

/** A file that is replaced under its name is read at once up to this size: a catalogue, and whatever else is small. */
const atOnceBytes = 4 * 1024 * 1024;

/** Null when there is no such file. */
export async function fileResponse(
  request: Request,
  file: ServedFile,
  brotli: BrotliCache,
): Promise<Response | null> {
  const entry = await stat(file.path).catch(() => null);
  if (entry === null || !entry.isFile()) return null;
  const { size } = entry;
  const { type, isText } = mediaTypeOf(file.path);
  const tag = file.tag ?? `${size.toString(36)}-${entry.mtimeMs.toString(36)}`;
  const range = parseRange(rangeOfContent(request, tag), size);
  const isCompressed =
    isText &&
    size >= worthCompressingBytes &&
    range === null &&
    acceptsBrotli(request.headers.get('accept-encoding'));
  const headers = new Headers({
    'content-type': file.type ?? type,
    'cache-control': file.cacheControl,
    etag: isCompressed ? `"${tag}-br"` : `"${tag}"`,
    // Parts are of the file as it is, not of its brotli.
    ...(!isCompressed && { 'accept-ranges': 'bytes' }),
    ...(isText && { vary: 'accept-encoding' }),
  });
  if (isKnownTo(request, tag)) return new Response(null, { status: 304, headers });
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  if (isCompressed) {
    const body = await brotli.get(tag, () => readFile(file.path), file.brotliQuality);
    headers.set('content-encoding', 'br');
    headers.set('content-length', String(body.byteLength));
    return new Response(body, { headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range !== null) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  const status = range === null ? 200 : 206;
  if (size === 0) return new Response(null, { status, headers });
  if (file.tag !== undefined || size > atOnceBytes)
    return new Response(fileStream({ path: file.path, start, end }), { status, headers });
  const bytes = await contentOf(file.path, entry);
  // Replaced since: half of each would be neither.
  if (bytes === null) return fileResponse(request, file, brotli);
  return new Response(bytes.subarray(start, end + 1), { status, headers });
}

/** The bytes of the very file that was looked at; null where another has its name by now. */
async function contentOf(path: string, { ino, mtimeMs }: Stats): Promise<Uint8Array<ArrayBuffer> | null> {
  const handle = await open(path, 'r').catch(() => null);
  try {
    const now = await handle?.stat();
    if (handle === null || now?.ino !== ino || now.mtimeMs !== mtimeMs) return null;
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle?.close();
  }
}

function isKnownTo(request: Request, tag: string): boolean {
  const known = request.headers.get('if-none-match');
  if (known === null) return false;
  return known.split(',').some((item) => {
    const name = item.trim().replace(/^W\//u, '');
    return name === '*' || name === `"${tag}"` || name === `"${tag}-br"`;
  });
}

/** `br`, and not with `q=0`. */
function acceptsBrotli(header: string | null): boolean {
  return (header ?? '')
    .split(',')
    .some((coding) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$)[\d.]+\s*)?$/u.test(coding));
}
