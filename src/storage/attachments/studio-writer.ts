/** The one place that writes the files of drafts: a dedicated worker, since only there engines have files to write. */
import { MediaStoreError, toMediaError } from '../media/media-error.ts';
import { CHUNK_BYTES, type MediaWriter } from '../media/media-store.ts';
import { openMediaStore } from '../media/open-media-store.ts';
import { writeNote } from './note-file.ts';
import type { WriterAnswer, WriterCall, WriterRequest } from './writer-messages.ts';

const writers = new Map<string, MediaWriter>();
/** Calls on one file come one after the other. */
const queues = new Map<string, Promise<unknown>>();

const say = (answer: WriterAnswer): void => globalThis.postMessage(answer, {});

globalThis.addEventListener('message', ({ data: { number, call } }: MessageEvent<WriterRequest>) => {
  const key = call.do === 'note' ? `note ${call.name}` : call.file;
  const before = queues.get(key) ?? Promise.resolve();
  const now = before
    .then(() => run(number, call))
    .then(
      (bytes) => say({ number, kind: 'done', bytes }),
      (error: unknown) => {
        const known = toMediaError(error);
        const fault = known instanceof MediaStoreError ? known.fault : 'gone';
        say({ number, kind: 'failed', fault, message: String(known) });
      },
    );
  queues.set(key, now);
  void now.finally(() => {
    if (queues.get(key) === now) queues.delete(key);
  });
});

async function run(number: number, call: WriterCall): Promise<number> {
  if (call.do === 'note') {
    await writeNote(call.name, call.text);
    return 0;
  }
  const { file } = call;
  if (call.do === 'open') return (await open(file)).bytes;
  if (call.do === 'close') return close(file);
  if (call.do === 'remove') {
    await close(file);
    await (await openMediaStore('drafts')).remove(file);
    return 0;
  }
  if (call.do === 'copy') return copy(file, call.from, (bytes) => say({ number, kind: 'progress', bytes }));
  const writer = writers.get(file);
  if (writer === undefined) throw new MediaStoreError('refused', `${file} is not open`);
  if (call.do === 'append') {
    await appendAll(writer, call.bytes);
    await writer.flush();
  }
  if (call.do === 'overwrite') {
    await writer.overwrite(call.at, call.bytes);
    await writer.flush();
  }
  if (call.do === 'seal') {
    await writer.seal();
    writers.delete(file);
  }
  return writer.bytes;
}

async function open(file: string): Promise<MediaWriter> {
  const known = writers.get(file);
  if (known !== undefined) return known;
  const writer = await (await openMediaStore('drafts')).write(file);
  writers.set(file, writer);
  return writer;
}

async function close(file: string): Promise<number> {
  const writer = writers.get(file);
  writers.delete(file);
  await writer?.close();
  return writer?.bytes ?? 0;
}

async function copy(file: string, from: Blob, onProgress: (bytes: number) => void): Promise<number> {
  const writer = await open(file);
  try {
    await writer.truncate(0);
    await appendAll(writer, from, onProgress);
    await writer.seal();
    return writer.bytes;
  } finally {
    writers.delete(file);
    await writer.close();
  }
}

/** A chunk at a time, and by `arrayBuffer`: WebKit reads picked files wrongly as a stream. */
async function appendAll(
  writer: MediaWriter,
  bytes: Blob | Uint8Array<ArrayBuffer>,
  onProgress?: (bytes: number) => void,
): Promise<void> {
  if (!(bytes instanceof Blob)) return writer.append(bytes);
  for (let at = 0; at < bytes.size; at += CHUNK_BYTES) {
    const chunk = new Uint8Array(await bytes.slice(at, at + CHUNK_BYTES).arrayBuffer());
    await writer.append(chunk);
    onProgress?.(at + chunk.byteLength);
  }
}
