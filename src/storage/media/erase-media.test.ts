import { afterEach, expect, it, vi } from 'vitest';
import { eraseMedia } from './erase-media.ts';
import { endsBeforeErasing } from './media-writers.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A file system in which somebody goes on writing as long as `isWritten` says so. */
function whileWritten(isWritten: () => boolean) {
  const removed: string[] = [];
  const removeEntry = async (name: string) => {
    if (isWritten()) throw new DOMException('locked', 'NoModificationAllowedError');
    removed.push(name);
  };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => ({ removeEntry }) } });
  return removed;
}

it('ends what this page writes, and waits until the file is let go', async () => {
  let asked = 0;
  let isEnded = false;
  endsBeforeErasing(() => (isEnded = true));
  const removed = whileWritten(() => !isEnded || asked++ < 2);
  await eraseMedia(['media']);
  expect(removed).toEqual(['media']);
  expect(asked).toBe(3);
});

it('is busy when another window goes on writing', async () => {
  vi.useFakeTimers();
  const removed = whileWritten(() => true);
  const refusal = eraseMedia(['media']).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await refusal).toMatchObject({ fault: 'busy' });
  expect(removed).toEqual([]);
});
