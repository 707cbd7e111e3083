/** As little of an assertion library as a worker needs. */
import { MediaStoreError, type MediaFault } from '../../../../src/storage/media/media-error.ts';
import type { MediaStore } from '../../../../src/storage/media/media-store.ts';
import { pattern } from './bytes.ts';

export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: ${is}, expected ${should}`);
}

export function sameBytes(actual: Uint8Array, start: number, end: number, what: string): void {
  same(actual.byteLength, end - start, `${what}, length`);
  const expected = pattern(end - start, start);
  const wrong = actual.findIndex((byte, index) => byte !== expected[index]);
  if (wrong >= 0) throw new Error(`${what}: another byte at ${start + wrong}`);
}

/** `[start, end)` is what the slice must hold, whatever was asked. */
export async function sameSlice(
  store: MediaStore,
  name: string,
  asked: readonly [number, number],
  [start, end]: readonly [number, number] = asked,
): Promise<void> {
  const blob = await store.slice(name, ...asked);
  if (blob === null) throw new Error(`No slice ${asked.join('–')}`);
  same(blob.size, end - start, `size of slice ${asked.join('–')}`);
  sameBytes(new Uint8Array(await blob.arrayBuffer()), start, end, `slice ${asked.join('–')}`);
}

export async function fails(work: Promise<unknown>, fault: MediaFault, what: string): Promise<void> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MediaStoreError)) throw new Error(`${what}: ${String(error)}, expected ${fault}`);
  same(error.fault, fault, what);
}
