/** Hands orders to the worker, with the picked pack where one is wanted. */
import type { Order } from './order.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Milliseconds it took. */
function run(order: Omit<Order, 'pack'>): Promise<number> {
  const pack = document.querySelector('input')?.files?.[0] ?? null;
  return new Promise((resolve, reject) => {
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ ms: number } | { error: string }>) => {
        if ('ms' in data) resolve(data.ms);
        else reject(new Error(data.error));
      },
      { once: true },
    );
    worker.postMessage({ ...order, pack } satisfies Order, []);
  });
}

Reflect.set(globalThis, 'bench', { run });
