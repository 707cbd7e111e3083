/** One medium as an HTTP answer: 200, 206 or 416, as a server would give it (RFC 9110 §14). */
import { parseRange, rangeOfContent } from '../core/shelf/byte-range.ts';

export interface Medium {
  readonly sha256: string;
  readonly type: string;
  /** Of the whole file. */
  readonly bytes: number;
  /** `start` inclusive, `end` exclusive. */
  body(start: number, end: number): Promise<BodyInit>;
}

// A medium opened by itself, an SVG above all, is a document of this origin: it may be looked at, nothing more.
const POLICY =
  "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

export async function mediaResponse(request: Request, medium: Medium): Promise<Response> {
  const { sha256, type, bytes } = medium;
  const headers = new Headers({
    ...SAFE_HEADERS,
    'content-type': type,
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
    // Named by content: it never changes. It lies in the store already, so no cache needs a second copy.
    'cache-control': 'no-store',
  });
  const range = parseRange(rangeOfContent(request, sha256), bytes);
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${bytes}`);
    headers.set('content-length', '0');
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  headers.set('content-length', String(end + 1 - start));
  if (range !== null) headers.set('content-range', `bytes ${start}-${end}/${bytes}`);
  const body = request.method === 'HEAD' ? null : await medium.body(start, end + 1);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}

/** In words, since a person may have opened the address. */
export function refusal(status: 400 | 404 | 405, words: string): Response {
  const headers = {
    ...SAFE_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  };
  return new Response(words, { status, headers });
}
