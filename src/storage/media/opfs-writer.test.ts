import { describe, expect, it } from 'vitest';
import type { SyncAccess } from './opfs-files.ts';
import { createOpfsWriter } from './opfs-writer.ts';

/** A file that takes `room` bytes; past that it keeps what fitted and then answers, or throws, as engines do. */
function smallFile(room: number, whenFull: 'short' | 'throws'): SyncAccess & { readonly size: () => number } {
  let bytes = new Uint8Array(0);
  return {
    size: () => bytes.length,
    getSize: () => bytes.length,
    read: () => 0,
    truncate: (to) => void (bytes = bytes.slice(0, to)),
    flush: () => undefined,
    close: () => undefined,
    write(added, { at }) {
      const fits = Math.min(added.byteLength, room - at);
      bytes = new Uint8Array(at + fits);
      if (fits < added.byteLength && whenFull === 'throws') throw new DOMException('', 'QuotaExceededError');
      return fits;
    },
  };
}

describe('a file that meets the end of the room', () => {
  it.each(['short', 'throws'] as const)(
    'has nothing of the chunk that did not fit (%s)',
    async (whenFull) => {
      const access = smallFile(25, whenFull);
      // Only sealing touches the folder.
      const folder: FileSystemDirectoryHandle = Object.create(null);
      const writer = createOpfsWriter({ folder, sha256: 'x', access, release: () => Promise.resolve() });
      await writer.append(new Uint8Array(20));
      await expect(writer.append(new Uint8Array(20))).rejects.toMatchObject({ fault: 'full' });
      expect(writer.bytes).toBe(20);
      expect(access.size()).toBe(20);
      await writer.append(new Uint8Array(5));
      expect(access.size()).toBe(25);
    },
  );
});
