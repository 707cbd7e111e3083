/** Bytes from a shelf, never more than were promised. */
import { BookcaseError } from './bookcase.ts';
import { noteAnswer } from './reach.ts';

interface DownloadOptions {
  /** Bytes; what is larger is dropped while it arrives, before anything looks at it. */
  readonly cap: number;
  readonly cache?: RequestCache;
}

/** @throws BookcaseError `offline` (no answer, or a server that cannot answer now), `not-found`, `not-verified`. */
export async function download(
  url: string,
  { cap, cache = 'default' }: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, { cache });
    noteAnswer(true);
    if (response.status === 404 || response.status === 410) throw new BookcaseError('not-found', url);
    if (!response.ok) throw new BookcaseError('offline', `${url}: ${response.status}`);
    return await readCapped(response, cap);
  } catch (error) {
    if (error instanceof BookcaseError) throw error;
    noteAnswer(false);
    // fetch rejects with the same error for every reason there is: no network, no server, aborted.
    throw new BookcaseError('offline', `${url}: ${String(error)}`);
  }
}

async function readCapped(response: Response, cap: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > cap) {
      await reader.cancel();
      throw new BookcaseError('not-verified', `${response.url} is larger than ${cap} bytes`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
