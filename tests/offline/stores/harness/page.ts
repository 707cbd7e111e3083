/** What a test may do from outside: `harness.<name>(…)`, each with JSON in and out. */
import { withMediaDatabase } from '../../../../src/storage/media/media-database.ts';
import type { MediaStoreKind } from '../../../../src/storage/media/media-store.ts';
import { MediaStoreError } from '../../../../src/storage/media/media-error.ts';
import { eraseMedia } from '../../../../src/storage/media/erase-media.ts';
import { openMediaStore } from '../../../../src/storage/media/open-media-store.ts';
import { sameBytes } from './expect.ts';
import { playAndSeek, waitForWorker } from './playing.ts';
import type { StoreName } from './worker.ts';

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

const workers = new Map<string, Worker>();
let calls = 0;

function workerNamed(name: string): Worker {
  const running = workers.get(name);
  if (running) return running;
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  workers.set(name, started);
  return started;
}

/** A worker a store, since one of them loses `move` for good. */
function inWorker(name: string, store: StoreName, call: string, ...args: unknown[]): Promise<unknown> {
  const worker = workerNamed(`${name}.${store}`);
  const id = ++calls;
  return new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent<Answer>): void => {
      if (data.id !== id) return;
      worker.removeEventListener('message', listen);
      if (data.error === undefined) resolve(data.value ?? null);
      else reject(new Error(data.error));
    };
    worker.addEventListener('message', listen);
    worker.addEventListener('error', (event) => reject(new Error(`worker: ${event.message}`)));
    worker.postMessage({ id, store, call, args }, []);
  });
}

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof MediaStoreError ? error.fault : String(error)),
  );

const harness = {
  call: inWorker,
  async endWorker(name: string, store: StoreName) {
    workerNamed(`${name}.${store}`).terminate();
    workers.delete(`${name}.${store}`);
  },
  /** In this page, not in a worker. */
  /** Before anything chose: as on an engine that has no other. */
  choose: (kind: MediaStoreKind) => withMediaDatabase((database) => database.put('choice', kind, 'kind')),
  chosenKind: async () => (await openMediaStore()).kind,
  async checkSlice(file: string, start: number, end: number) {
    const blob = await (await openMediaStore()).slice(file, start, end);
    if (blob) sameBytes(new Uint8Array(await blob.arrayBuffer()), start, end, 'slice in the page');
    return blob?.size ?? null;
  },
  writeHere: async (file: string) => faultOf((await openMediaStore()).write(file)),
  eraseHere: () => faultOf(eraseMedia(['media', 'drafts'], () => undefined)),
  waitForWorker,
  playAndSeek,
  /** Status, headers and length of one answer; the bytes are checked where they follow the pattern. */
  async ask(url: string, headers: Record<string, string>, method: string, patternFrom: number | null) {
    const response = await fetch(url, { headers, method });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (patternFrom !== null) sameBytes(bytes, patternFrom, patternFrom + bytes.byteLength, 'body');
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      bytes: bytes.byteLength,
      text: response.status >= 400 ? new TextDecoder().decode(bytes) : null,
    };
  },
  /** Milliseconds until all bytes of a range were read. */
  async time(url: string, ranges: readonly (readonly [number, number])[]) {
    const times: number[] = [];
    for (const [start, end] of ranges) {
      const from = performance.now();
      const response = await fetch(url, {
        headers: { range: `bytes=${start}-${end - 1}` },
        cache: 'no-store',
      });
      const { byteLength } = await response.arrayBuffer();
      if (response.status !== 206 || byteLength !== end - start)
        throw new Error(`${response.status} ${byteLength}`);
      times.push(performance.now() - from);
    }
    return times;
  },
};

declare global {
  var harness: Record<string, (...args: never[]) => Promise<unknown>>;
}
globalThis.harness = harness;
