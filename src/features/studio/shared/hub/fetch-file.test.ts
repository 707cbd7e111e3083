import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Hex } from '../../../../core/shelf/verify.ts';
import { fetchFile } from './fetch-file.ts';

/** The machine's store, as far as this asks it. */
const store = vi.hoisted(() => ({ bytes: 0, state: 'none', parts: 0 }));
vi.mock('../../../../storage/attachments/attachment-store.ts', () => ({
  startArrival: async () => {
    Object.assign(store, { bytes: 0, state: 'coming', parts: 0 });
    return {
      append: async (part: Uint8Array) => {
        store.bytes += part.byteLength;
        store.parts++;
      },
      keep: async () => void (store.state = 'kept'),
      discard: async () => void (store.state = 'gone'),
    };
  },
}));

const FILE = new Uint8Array(3_000_000).map((_, index) => index % 251);
const ranges: (string | null)[] = [];
/** What the line does with each answer: bytes after which it breaks. */
let breaks: number[] = [];

beforeEach(() => {
  ranges.length = 0;
  breaks = [];
  vi.stubGlobal('fetch', async (_to: string, init: RequestInit) => {
    const range = new Headers(init.headers).get('range');
    ranges.push(range);
    const from = Number(/bytes=(\d+)-/u.exec(range ?? '')?.[1] ?? 0);
    const left = breaks.shift() ?? Infinity;
    return new Response(broken(FILE.subarray(from), left), { status: range === null ? 200 : 206 });
  });
});
afterEach(() => void vi.unstubAllGlobals());

function broken(bytes: Uint8Array<ArrayBuffer>, left: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= left) return controller.error(new TypeError('network error'));
      if (at >= bytes.byteLength) return controller.close();
      const part = bytes.slice(at, Math.min(at + 64_000, left));
      at += part.byteLength;
      controller.enqueue(part);
    },
  });
}

async function take(sha256?: string): Promise<number> {
  let shown = 0;
  const file = {
    id: 'a'.repeat(64),
    path: '/drafts/x/files/a',
    facts: { issue: 'x', name: '录像.mp4', type: 'video/mp4' },
    bytes: FILE.byteLength,
    sha256: sha256 ?? (await sha256Hex(FILE)),
  };
  await fetchFile(file, (bytes) => (shown = bytes), new AbortController().signal);
  return shown;
}

describe('a file from the hub', () => {
  it('is kept when every byte is as it should be, put down in pieces of a megabyte', async () => {
    expect(await take()).toBe(FILE.byteLength);
    expect(store).toMatchObject({ state: 'kept', bytes: FILE.byteLength });
    expect(store.parts).toBeLessThan(5);
  });

  it('goes on from the byte that is missing when the line breaks', async () => {
    breaks = [1_000_000, 500_000];
    await take();
    expect(ranges).toEqual([null, 'bytes=1000000-', 'bytes=1500000-']);
    expect(store).toMatchObject({ state: 'kept', bytes: FILE.byteLength });
  });

  it('of other bytes is thrown away, and nobody could have opened it', async () => {
    await expect(take('0'.repeat(64))).rejects.toMatchObject({ code: 'file-damaged' });
    expect(store.state).toBe('gone');
  });

  it('that never comes is given up, and nothing of it stays', async () => {
    breaks = Array.from({ length: 20 }, () => 0);
    await expect(take()).rejects.toMatchObject({ code: 'offline' });
    expect(store.state).toBe('gone');
  });
});
