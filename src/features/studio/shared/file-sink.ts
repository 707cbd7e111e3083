/** Where a file goes that leaves the studio: a place the person names where the browser can ask, else its downloads. */
import { downloadBlob } from './download-blob.ts';

export interface FileSink {
  readonly isInDownloads: boolean;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Everything is where it belongs. */
  finish(): Promise<void>;
  /** Leaves no half file where that can be avoided. */
  abort(): Promise<void>;
}

interface SaveFilePicker {
  (options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

function savePicker(): SaveFilePicker | null {
  const found: unknown = Reflect.get(globalThis, 'showSaveFilePicker');
  return typeof found === 'function' ? (options) => Reflect.apply(found, globalThis, [options]) : null;
}

const TYPE = 'application/zip';

/** Call from a click. Null when the person closed the question. */
export async function openFileSink(name: string): Promise<FileSink | null> {
  const ask = savePicker();
  if (!ask) return downloadSink(name);
  try {
    const types = [{ description: 'ZIP', accept: { [TYPE]: ['.zip'] } }];
    const handle = await ask({ suggestedName: name, types });
    const stream = await handle.createWritable();
    return {
      isInDownloads: false,
      write: (bytes) => stream.write(bytes),
      finish: () => stream.close(),
      // What is not closed is not kept.
      abort: () => stream.abort(),
    };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Browsers keep large blobs on disk, so putting pieces together does not hold them in memory. */
function downloadSink(name: string): FileSink {
  let whole = new Blob([], { type: TYPE });
  return {
    isInDownloads: true,
    async write(bytes) {
      whole = new Blob([whole, bytes], { type: TYPE });
    },
    async finish() {
      downloadBlob(whole, name);
    },
    async abort() {
      whole = new Blob();
    },
  };
}
