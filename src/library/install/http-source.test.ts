import { describe, expect, it, vi } from 'vitest';
import type { BlobRef } from '../../core/reading/model.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import { createHttpSource } from './http-source.ts';

const ROOT = 'https://shelf.example/';
const SIZE = 100;
const sha256 = 'ab'.repeat(32);
const blob: BlobRef = { href: blobHref(sha256, 'mp4'), sha256, size: SIZE, type: 'video/mp4' };
const never = new AbortController().signal;

interface Answer {
  readonly status?: number;
  readonly bytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

function answered({ status = 200, bytes = SIZE, headers = {}, url = '' }: Answer): typeof fetch {
  return vi.fn<typeof fetch>(() => {
    const response = new Response(new Uint8Array(bytes), {
      status,
      headers: { 'content-type': 'video/mp4', ...headers },
    });
    Object.defineProperty(response, 'url', { value: url });
    return Promise.resolve(response);
  });
}

/** How many bytes came, or the fault it ended with. */
async function read(fetch: typeof globalThis.fetch, start = 0, signal = never): Promise<unknown> {
  let bytes = 0;
  try {
    for await (const piece of createHttpSource(ROOT, { fetch, stallMs: 50 }).read(blob, start, signal))
      bytes += piece.byteLength;
    return bytes;
  } catch (error) {
    return Reflect.get(Object(error), 'fault') ?? error;
  }
}

describe('a file over the network', () => {
  it('is asked for from the first byte that is not here, past every cache and without cookies', async () => {
    const whole = answered({});
    expect(await read(whole)).toBe(SIZE);
    expect(whole).toHaveBeenCalledWith(
      ROOT + blob.href,
      expect.objectContaining({ headers: {}, cache: 'no-store', credentials: 'omit' }),
    );
    const rest = answered({ status: 206, bytes: 60, headers: { 'content-range': 'bytes 40-99/100' } });
    expect(await read(rest, 40)).toBe(60);
    expect(rest).toHaveBeenCalledWith(
      ROOT + blob.href,
      expect.objectContaining({ headers: { range: 'bytes=40-' } }),
    );
  });

  it.each<[string, string, Answer, number]>([
    ['the whole in place of the rest', 'changed', {}, 40],
    [
      'another range than was asked for',
      'changed',
      { status: 206, bytes: 60, headers: { 'content-range': 'bytes 30-89/100' } },
      40,
    ],
    [
      'a range of a file of another length',
      'changed',
      { status: 206, bytes: 60, headers: { 'content-range': 'bytes 40-99/120' } },
      40,
    ],
    ['a range it says it does not have', 'changed', { status: 416, bytes: 0 }, 40],
    ['less than was promised', 'wrong-length', { bytes: 99 }, 0],
    ['more than was promised', 'wrong-length', { bytes: 101 }, 0],
    ['a page to sign in to', 'captive-portal', { headers: { 'content-type': 'text/html; charset=gbk' } }, 0],
    ['a page on another address', 'captive-portal', { url: 'https://login.example/' }, 0],
    ['a network that wants someone to sign in', 'captive-portal', { status: 511, bytes: 0 }, 0],
    ['nothing of that name', 'not-found', { status: 404, bytes: 0 }, 0],
    ['no', 'refused', { status: 403, bytes: 0 }, 0],
    ['a broken server', 'offline', { status: 500, bytes: 0 }, 0],
  ])('answered with %s ends as %s', async (_name, fault, answer, start) => {
    expect(await read(answered(answer), start)).toBe(fault);
  });

  it('is given up when nothing arrives any more', async () => {
    const stalling: typeof fetch = (_input, init) =>
      Promise.resolve(
        new Response(
          new ReadableStream<Uint8Array>({
            start(controller) {
              controller.enqueue(new Uint8Array(10));
              init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
            },
          }),
          { headers: { 'content-type': 'video/mp4' } },
        ),
      );
    expect(await read(stalling)).toBe('offline');
  });

  it('ends with the reason of whoever stopped it', async () => {
    const stop = new AbortController();
    stop.abort('enough');
    expect(await read(() => Promise.reject(new TypeError('aborted')), 0, stop.signal)).toBe('enough');
  });

  it('is asked for again only after the time a busy server names, in seconds and within reason', async () => {
    const after = async (value: string): Promise<unknown> => {
      const source = createHttpSource(ROOT, {
        fetch: answered({ status: 503, bytes: 0, headers: { 'retry-after': value } }),
      });
      const reading = source.read(blob, 0, never);
      const pieces = reading[Symbol.asyncIterator]();
      return pieces.next().catch((error: unknown) => Reflect.get(Object(error), 'retryAfterMs'));
    };
    expect(await after('7')).toBe(7000);
    expect(await after('86400')).toBe(300_000);
    expect(await after('Wed, 25 Nov 2026 08:00:00 GMT')).toBeNull();
  });
});
