/** One file to the hub by tus: part by part, on from where the last try ended, also that of another day. */
import { Upload, type DetailedError, type UploadOptions } from 'tus-js-client';
import * as v from 'valibot';
import { forgetUploadPlace, noteUploadPlace, uploadPlace } from '../../../../storage/drafts/draft-sync.ts';
import { afterRefusal } from './after-refusal.ts';
import { HubProblem } from './hub-client.ts';

export interface FileToSend {
  readonly id: string;
  readonly club: string;
  readonly type: string;
  readonly sha256: string;
  readonly blob: Blob;
}

interface Watching {
  readonly onProgress: (bytesSent: number) => void;
  readonly signal: AbortSignal;
}

const PART_BYTES = 4 * 1024 * 1024;
/** A broken line often comes back at once; after these the next round tries. */
const RETRY_MS = [300, 1500, 4000];

const RefusalSchema = v.object({ code: v.string() });

/** Resolves when the hub has it, verified. @throws HubProblem; the signal's reason */
export async function sendFile(file: FileToSend, { onProgress, signal }: Watching): Promise<void> {
  let sent = 0;
  const watching: Watching = {
    signal,
    onProgress(bytes) {
      sent = bytes;
      onProgress(bytes);
    },
  };
  for (let tries = 0; ; tries++) {
    const place = await uploadPlace(file.id);
    const before = sent;
    try {
      // By its address alone: with the place of new ones too, the library would begin anew whenever the hub stumbles.
      await run(
        file,
        place === null ? { endpoint: `/api/uploads/${file.club}` } : { uploadUrl: place },
        watching,
      );
      return await forgetUploadPlace(file.id);
    } catch (error) {
      if (!(error instanceof HubProblem)) throw error;
      const next = afterRefusal(error, place !== null);
      if (next === 'known' || next === 'anew') await forgetUploadPlace(file.id);
      if (next === 'known') return;
      // What moved on begins to count anew.
      if (sent > before) tries = 0;
      const wait = RETRY_MS[tries];
      if (next === 'give-up' || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal.throwIfAborted();
    }
  }
}

function run(
  { id, type, sha256, blob }: FileToSend,
  where: Pick<UploadOptions, 'endpoint' | 'uploadUrl'>,
  { onProgress, signal }: Watching,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(blob, {
      ...where,
      metadata: { id, type, sha256 },
      chunkSize: PART_BYTES,
      retryDelays: null,
      storeFingerprintForResuming: false,
      fileReader: { openFile: async () => sourceOf(blob) },
      onUploadUrlAvailable() {
        // Without it the upload begins anew after closing; now it goes on.
        if (upload.url !== null)
          noteUploadPlace(id, upload.url).catch((error: unknown) => console.warn(error));
      },
      onProgress,
      onSuccess: () => resolve(),
      onError: (error) => reject(problemOf(error)),
    });
    signal.addEventListener(
      'abort',
      () => {
        void upload.abort();
        reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
      },
      { once: true },
    );
    if (!signal.aborted) upload.start();
  });
}

/** Copies in memory, a part at a time: WebKit sends file-backed slices wrongly. */
function sourceOf(blob: Blob) {
  return {
    size: blob.size,
    async slice(start: number, end: number) {
      const part = new Blob([await blob.slice(start, Math.min(end, blob.size)).arrayBuffer()]);
      return { value: part, done: end >= blob.size };
    },
    close: () => undefined,
  };
}

function problemOf(error: Error | DetailedError): HubProblem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return new HubProblem('offline');
  const body = ((): unknown => {
    try {
      return JSON.parse(response.getBody());
    } catch {
      return null;
    }
  })();
  const parsed = v.safeParse(RefusalSchema, body);
  const status = response.getStatus();
  return new HubProblem(parsed.success ? parsed.output.code : status >= 500 ? 'offline' : 'failed', status);
}
