/** One file from the hub into this machine's store: nobody can open it before every byte has been compared with its hash. */
import { startArrival, type FileFacts } from '../../../../storage/attachments/attachment-store.ts';
import { sha256Stream } from '../../../../core/shelf/sha256-stream.ts';
import { fetchHub, HubProblem } from './hub-client.ts';

export interface FileToFetch {
  readonly id: string;
  /** Below `/api`. */
  readonly path: string;
  readonly facts: FileFacts;
  readonly bytes: number;
  readonly sha256: string;
}

const MOST_TRIES = 5;
/** What comes is put on disk in pieces of about this size: each is flushed. */
const PIECE_BYTES = 1024 * 1024;

/** @throws HubProblem (`file-damaged` where the bytes are others); MediaStoreError; the signal's reason */
export async function fetchFile(
  { id, path, facts, bytes, sha256 }: FileToFetch,
  onProgress: (bytesDone: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const arrival = await startArrival(id, facts, sha256);
  const hash = sha256Stream();
  let done = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;

  async function putDown(): Promise<void> {
    const piece = new Uint8Array(waitingBytes);
    let at = 0;
    for (const part of waiting) {
      piece.set(part, at);
      at += part.byteLength;
    }
    waiting = [];
    waitingBytes = 0;
    if (at > 0) await arrival.append(piece);
  }

  /** From the byte that is missing; a line that breaks costs what was on its way. */
  async function take(): Promise<void> {
    const headers = done > 0 ? { range: `bytes=${done}-` } : {};
    const response = await fetchHub('GET', path, { headers, signal });
    if (done > 0 && response.status !== 206) throw new HubProblem('failed', response.status);
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return;
      waiting.push(part.value);
      waitingBytes += part.value.byteLength;
      hash.update(part.value);
      done += part.value.byteLength;
      if (waitingBytes >= PIECE_BYTES) await putDown();
      onProgress(done);
      if (done > bytes) throw new HubProblem('file-damaged');
    }
  }

  try {
    for (let tries = 1; done < bytes; tries++) {
      const before = done;
      await take().catch((error: unknown) => {
        const isLine =
          error instanceof TypeError || (error instanceof HubProblem && error.code === 'offline');
        if (signal.aborted || !isLine || (done === before && tries >= MOST_TRIES)) throw error;
      });
    }
    await putDown();
    if (done !== bytes || hash.digest() !== sha256) throw new HubProblem('file-damaged');
    await arrival.keep();
  } catch (error) {
    await arrival.discard().catch((failed: unknown) => console.warn(failed));
    signal.throwIfAborted();
    throw error instanceof TypeError ? new HubProblem('offline') : error;
  }
}
