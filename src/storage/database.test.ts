import { afterEach, expect, it, vi } from 'vitest';
import { withDatabase } from './database.ts';

afterEach(() => vi.unstubAllGlobals());

it('a database that could not be opened is tried again by whoever asks next', async () => {
  const open = vi.fn<() => never>(() => {
    throw new DOMException('busy', 'AbortError');
  });
  vi.stubGlobal('indexedDB', { open });
  for (const times of [1, 2]) {
    await expect(withDatabase((database) => database.getAll('installed'))).rejects.toThrow('busy');
    expect(open).toHaveBeenCalledTimes(times);
  }
});
