/** The shelf's answer for a medium that is not stored here, made as safe as one of ours. */
import type { MediaAddress } from './media-address.ts';
import { SAFE_HEADERS } from './media-response.ts';

const KEPT = ['content-length', 'content-range', 'accept-ranges', 'etag'] as const;

/** Null without a shelf, without a network, and for whatever is not the medium that was asked for. */
export async function shelfResponse(
  request: Request,
  { href, type }: MediaAddress,
  shelfRoot: () => Promise<string | null>,
): Promise<Response | null> {
  if (href === null) return null;
  const range = request.headers.get('range');
  try {
    const root = await shelfRoot();
    if (root === null) return null;
    const answer = await fetch(new URL(href, root), {
      method: request.method,
      headers: range === null ? {} : { range },
      credentials: 'omit',
      signal: request.signal,
    });
    return isTheMedium(answer, type) ? madeSafe(answer, type) : null;
  } catch {
    // No network, or the shelf is gone: the same to who asked.
    return null;
  }
}

/** A login page of the centre's network comes as 200 too, but as HTML. */
function isTheMedium({ status, headers }: Response, type: string): boolean {
  if (status === 416) return true;
  const essence = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return (status === 200 || status === 206) && (essence === type || essence === 'application/octet-stream');
}

function madeSafe(answer: Response, type: string): Response {
  const headers = new Headers({ ...SAFE_HEADERS, 'content-type': type });
  for (const name of KEPT) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.status === 416 ? null : answer.body, { status: answer.status, headers });
}
