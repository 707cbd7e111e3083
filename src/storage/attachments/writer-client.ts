/** The page's end of the worker that writes files. Started when first needed; a worker that dies is started again. */
import { MediaStoreError } from '../media/media-error.ts';
import type { WriterAnswer, WriterCall, WriterRequest } from './writer-messages.ts';

interface Waiting {
  readonly done: (bytes: number) => void;
  readonly failed: (error: MediaStoreError) => void;
  readonly progress: ((bytes: number) => void) | undefined;
}

let worker: Worker | null = null;
let number = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const started = new Worker(new URL('./studio-writer.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<WriterAnswer>) => {
    const call = waiting.get(data.number);
    if (data.kind === 'progress') return call?.progress?.(data.bytes);
    waiting.delete(data.number);
    if (data.kind === 'done') call?.done(data.bytes);
    else call?.failed(new MediaStoreError(data.fault, data.message));
  });
  started.addEventListener('error', ({ message }) => {
    worker = null;
    started.terminate();
    const lost = [...waiting.values()];
    waiting.clear();
    for (const call of lost) call.failed(new MediaStoreError('gone', `The writer ended: ${message}`));
  });
  return started;
}

/** Resolves to the size of the file then; rejects with `MediaStoreError`. */
export function askWriter(call: WriterCall, progress?: (bytes: number) => void): Promise<number> {
  worker ??= start();
  const request: WriterRequest = { number: ++number, call };
  const asked = worker;
  return new Promise((done, failed) => {
    waiting.set(request.number, { done, failed, progress });
    asked.postMessage(request, []);
  });
}
