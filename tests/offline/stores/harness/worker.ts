/** One store in one dedicated worker; each message is one call. */
import { toMediaError, MediaStoreError } from '../../../../src/storage/media/media-error.ts';
import type { MediaStore, MediaWriter } from '../../../../src/storage/media/media-store.ts';
import { createIndexedDbStore } from '../../../../src/storage/media/indexeddb-store.ts';
import { openMediaStore } from '../../../../src/storage/media/open-media-store.ts';
import { createOpfsStore } from '../../../../src/storage/media/opfs-store.ts';
import { anyName, pattern } from './bytes.ts';
import { CASES } from './cases.ts';
import { sameBytes, sameSlice } from './expect.ts';

export type StoreName = 'opfs' | 'opfs-without-move' | 'indexeddb' | 'chosen';

async function storeOf(name: StoreName): Promise<MediaStore> {
  if (name === 'chosen') return openMediaStore();
  if (name === 'indexeddb') return createIndexedDbStore();
  if (name === 'opfs-without-move') Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
  return createOpfsStore();
}

/** Stays open between calls, for a second worker or a kill to meet. */
let held: MediaWriter | null = null;

const calls = {
  async runCase(store: MediaStore, name: string) {
    const file = anyName();
    try {
      await CASES[name]?.(store, file);
    } finally {
      await store.remove(file);
    }
  },
  async write(store: MediaStore, file: string, bytes: number, end: 'seal' | 'close' | 'hold') {
    held = await store.write(file);
    const step = 1_000_000;
    for (let at = held.bytes; at < bytes; at += step)
      await held.append(pattern(Math.min(step, bytes - at), at));
    await held.flush();
    if (end === 'seal') await held.seal();
    if (end === 'close') await held.close();
  },
  /** Chunk by chunk until there is no room; the bytes that were flushed. */
  async writeUntilFull(store: MediaStore, file: string, most: number) {
    const writer = await store.write(file);
    let flushed = writer.bytes;
    try {
      for (; flushed < most; flushed = writer.bytes) {
        await writer.append(pattern(1_000_000, flushed));
        await writer.flush();
      }
      return { flushed, left: writer.bytes, fault: null };
    } catch (error) {
      return {
        flushed,
        left: writer.bytes,
        fault: error instanceof MediaStoreError ? error.fault : String(error),
      };
    } finally {
      await writer.close();
    }
  },
  async readPartial(store: MediaStore, file: string) {
    const writer = await store.write(file);
    sameBytes(await writer.read(0, writer.bytes), 0, writer.bytes, 'partial');
    await writer.close();
    return writer.bytes;
  },
  async checkSealed(store: MediaStore, file: string) {
    const size = await store.sealedSize(file);
    if (size !== null) await sameSlice(store, file, [0, size]);
    return size;
  },
  async download(store: MediaStore, file: string, url: string) {
    const writer = await store.write(file);
    await writer.append(new Uint8Array(await (await fetch(url)).arrayBuffer()));
    await writer.seal();
    return writer.bytes;
  },
  list: (store: MediaStore) => store.list(),
  kind: async (store: MediaStore) => store.kind,
  remove: (store: MediaStore, file: string) => store.remove(file),
};

interface Message {
  readonly id: number;
  readonly store: StoreName;
  readonly call: keyof typeof calls;
  readonly args: readonly unknown[];
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  const { id, store, call, args } = data;
  const run: (store: MediaStore, ...args: never[]) => Promise<unknown> = calls[call];
  storeOf(store)
    .then((opened) => run(opened, ...(args as never[])))
    .then(
      (value) => globalThis.postMessage({ id, value }, {}),
      (reason: unknown) => {
        const error = toMediaError(reason);
        const fault = error instanceof MediaStoreError ? error.fault : null;
        globalThis.postMessage({ id, error: `${fault ?? ''} ${String(error)}`.trim() }, {});
      },
    );
});
