import { expect, it } from 'vitest';
import { chunkHashes, CHUNK_BYTES, sha256Hex } from '../../core/shelf/verify.ts';
import { blobHref } from '../../core/shelf/blob-href.ts';
import { noise } from '../../core/shelf/pack/fixture.ts';
import { build } from '../../core/shelf/pack/hostile-fixture.ts';
import { fakeJournal, fakeStore } from './fakes.ts';
import { createFolderSource } from './folder-blob-source.ts';
import { installBlob } from './install-blob.ts';
import { openPackSource } from './pack-blob-source.ts';
import { readPart } from './read-part.ts';

it('a chunk is read into the memory it is given, and is what the file says', async () => {
  const bytes = noise(CHUNK_BYTES + 10, 1);
  const file = new Blob([bytes]);
  const memory = new ArrayBuffer(CHUNK_BYTES);
  const chunk = await readPart(file, 10, CHUNK_BYTES + 10, memory);
  expect(memory.byteLength).toBe(0);
  expect(await sha256Hex(chunk)).toBe(await sha256Hex(bytes.slice(10)));
});

/** Every folder of it is this one, and has one file. */
function folderWith(bytes: Uint8Array<ArrayBuffer>): FileSystemDirectoryHandle {
  const handle = {
    kind: 'directory',
    name: 'shelf',
    getDirectoryHandle: () => Promise.resolve(handle),
    getFileHandle: () => Promise.resolve({ getFile: () => Promise.resolve(new File([bytes], 'film')) }),
  };
  return handle as unknown as FileSystemDirectoryHandle;
}

it.each(['pack', 'folder'])(
  'however slowly it is written, what lies in the store is the %s’s, byte for byte',
  async (from) => {
    const bytes = new Uint8Array(9 * CHUNK_BYTES + 1000);
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      bytes.fill(at / CHUNK_BYTES + 1, at, at + CHUNK_BYTES);
    const sha256 = await sha256Hex(bytes);
    const chunks = await chunkHashes(bytes);
    const href = blobHref(sha256, 'mp4');
    const blob = { href, sha256, size: bytes.byteLength, type: 'video/mp4', ...(chunks && { chunks }) };
    const catalogue = { name: 'catalogue.jws', data: new TextEncoder().encode('a.b.c') };
    const source =
      from === 'pack'
        ? await openPackSource(new File([build([catalogue, { name: href, data: bytes }])], 'a.zip'))
        : createFolderSource(folderWith(bytes));
    const store = fakeStore();
    const { write } = store;
    let appended = 0;
    store.write = async (name) => {
      const writer = await write(name);
      const { append } = writer;
      // Slower and slower: whatever is read ahead is there by then.
      writer.append = async (chunk) => {
        await new Promise((resolve) => setTimeout(resolve, 10 * appended++));
        await append(chunk);
      };
      return writer;
    };
    await installBlob(blob, undefined, {
      source,
      store,
      journal: fakeJournal(),
      nowMs: Date.now,
      signal: new AbortController().signal,
      onReceived: () => undefined,
      onVerified: () => undefined,
    });
    const file = store.files.get(sha256);
    expect(file?.sealed).toBe(true);
    expect(await sha256Hex(file?.bytes ?? new Uint8Array())).toBe(sha256);
    expect(appended).toBe(10);
  },
);
