/** One file to the hub by tus: part by part, on from where the last try ended, also that of another day. */
import { Upload, type DetailedError, type UploadOptions } from 'tus-js-client';
import * as v from 'valibot';
import { HubProblem } from './hub-client.ts';
import { forgetUploadPlace, noteUploadPlace, uploadPlace } from './upload-places.ts';

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
export async function sendFile(file: FileToSend, watching: Watching): Promise<void> {
  const place = uploadPlace(file.id);
  try {
    if (place === null) await run(file, { endpoint: `/api/uploads/${file.club}` }, watching);
    else await run(file, { uploadUrl: place }, watching);
  } catch (error) {
    if (!(error instanceof HubProblem)) throw error;
    // A HEAD has no body: that it is known, or gone, is all there is to know.
    const isOver = place !== null && [404, 409, 410].includes(error.status);
    if (isOver || error.code.startsWith('upload-')) forgetUploadPlace(file.id);
    if (error.code === 'upload-known') return;
    if (isOver) return sendFile(file, watching);
    throw error;
  }
  forgetUploadPlace(file.id);
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
      retryDelays: RETRY_MS,
      onShouldRetry: ({ originalResponse }) => {
        const status = originalResponse?.getStatus() ?? 0;
        return status === 0 || status === 423 || status >= 500;
      },
      storeFingerprintForResuming: false,
      fileReader: { openFile: async () => sourceOf(blob) },
      onUploadUrlAvailable: () => void (upload.url !== null && noteUploadPlace(id, upload.url)),
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
