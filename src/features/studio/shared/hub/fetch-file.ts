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

/** @throws HubProblem (`file-damaged` where the bytes are others); MediaStoreError; the signal's reason */
export async function fetchFile(
  { id, path, facts, bytes, sha256 }: FileToFetch,
  onProgress: (bytesDone: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const arrival = await startArrival(id, facts, sha256);
  const hash = sha256Stream();
  let done = 0;

  /** From the byte that is missing; a line that breaks costs what was on its way. */
  async function take(): Promise<void> {
    const headers = done > 0 ? { range: `bytes=${done}-` } : {};
    const response = await fetchHub('GET', path, { headers, signal });
    if (done > 0 && response.status !== 206) throw new HubProblem('failed', response.status);
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return;
      const copy = new Uint8Array(part.value);
      await arrival.append(copy);
      hash.update(copy);
      done += copy.byteLength;
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
    if (done !== bytes || hash.digest() !== sha256) throw new HubProblem('file-damaged');
    await arrival.keep();
  } catch (error) {
    await arrival.discard().catch((failed: unknown) => console.warn(failed));
    signal.throwIfAborted();
    throw error instanceof TypeError ? new HubProblem('offline') : error;
  }
}
