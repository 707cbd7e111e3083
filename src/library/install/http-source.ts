/** The shelf over the network. Every way a poor network lies about a file is told from the file here. */
import type { BlobRef } from '../../core/reading/model.ts';
import { abortWith } from './abort-with.ts';
import { SourceError, type BlobSource } from './source.ts';

interface HttpSourceOptions {
  /** Nothing arriving for so long is no connection any more. */
  readonly stallMs?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** @param root Absolute address of the shelf, ending in `/`. */
export function createHttpSource(root: string, options: HttpSourceOptions = {}): BlobSource {
  const { stallMs = 20_000, fetch = globalThis.fetch.bind(globalThis) } = options;

  async function* read(
    blob: BlobRef,
    start: number,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
    const watch = watchForStall(signal, stallMs);
    try {
      const response = await fetch(root + blob.href, {
        // The library keeps it; a second copy in the browser's cache would take the same room again. No `If-Range`: the
        // name is the content's hash, and the header costs a preflight on another origin (rulings).
        cache: 'no-store',
        credentials: 'omit',
        headers: start > 0 ? { range: `bytes=${start}-` } : {},
        signal: watch.signal,
      });
      checkAnswer(response, blob, start, root);
      yield* piecesOf(response, blob.size - start, watch);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceError) throw error;
      throw new SourceError('offline', `${blob.href}: ${String(error)}`);
    } finally {
      // A body nobody reads any more goes on arriving unless it is told to stop.
      watch.end();
    }
  }

  return {
    kind: 'http',
    name: root,
    has: () => Promise.resolve(true),
    read,
  };
}

function checkAnswer(response: Response, blob: BlobRef, start: number, root: string): void {
  if (response.url !== '' && new URL(response.url).origin !== new URL(root).origin)
    throw new SourceError('captive-portal', `sent on to ${response.url}`);
  const isPage = /^text\/html|application\/xhtml/iu.test(response.headers.get('content-type') ?? '');
  if (response.ok && isPage) throw new SourceError('captive-portal', blob.href);
  if (response.status === 206) return checkRange(response, blob, start);
  if (response.status !== 200) throw errorOfStatus(response, blob.href);
  // The whole file instead of the rest: taking it would fetch again what is verified. The next answer may be right.
  if (start > 0) throw new SourceError('changed', `${blob.href}: the whole instead of the rest`);
}

function checkRange(response: Response, blob: BlobRef, start: number): void {
  const range = response.headers.get('content-range');
  // Another origin must expose the header for us to see it; without it, length and hash still decide.
  if (range === null) return;
  if (range.trim().toLowerCase() !== `bytes ${start}-${blob.size - 1}/${blob.size}`)
    throw new SourceError('changed', `${blob.href}: ${range}`);
}

function errorOfStatus(response: Response, what: string): SourceError {
  const { status } = response;
  const detail = `${what}: ${status}`;
  if (status === 404 || status === 410) return new SourceError('not-found', detail);
  if (status === 511) return new SourceError('captive-portal', detail);
  if (status === 416) return new SourceError('changed', detail);
  if (status === 401 || status === 403 || status === 407) return new SourceError('refused', detail);
  return new SourceError('offline', detail, retryAfter(response));
}

function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after');
  if (value === null) return null;
  const seconds = Number(value);
  // A date would be read by a clock that may be a year off; seconds are what servers send.
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, 5 * 60_000) : null;
}

async function* piecesOf(
  response: Response,
  expected: number,
  watch: Watch,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let left = expected;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    // The receiver may take its time to write: that is not the network.
    watch.rest();
    if (done || value === undefined) break;
    left -= value.byteLength;
    if (left < 0) throw new SourceError('wrong-length', `${response.url}: more than promised`);
    yield value;
    watch.wait();
  }
  if (left > 0) throw new SourceError('wrong-length', `${response.url}: ${left} bytes short`);
}

interface Watch {
  /** Aborted when waiting took too long, or with the asker's own signal. */
  readonly signal: AbortSignal;
  wait(): void;
  rest(): void;
  end(): void;
}

/** Waits from the start. */
function watchForStall(outer: AbortSignal, stallMs: number): Watch {
  const linked = abortWith(outer);
  const stalled = (): void => linked.abort(new SourceError('offline', 'stalled'));
  let timer = setTimeout(stalled, stallMs);
  const rest = (): void => clearTimeout(timer);
  return {
    signal: linked.signal,
    rest,
    wait() {
      rest();
      timer = setTimeout(stalled, stallMs);
    },
    end() {
      rest();
      linked.unlink();
      linked.abort();
    },
  };
}
