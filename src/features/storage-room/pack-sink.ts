/** Where an exported pack goes: a place the person names where the browser can ask, else its downloads. */

export interface PackSink {
  readonly isInDownloads: boolean;
  write(bytes: Uint8Array<ArrayBuffer>, volume: number): Promise<void>;
  /** Everything is where it belongs. Resolves to the files' names. */
  finish(): Promise<readonly string[]>;
  /** Leaves no half file where that can be avoided. */
  abort(): Promise<void>;
}

/** One file of a FAT32 stick holds less than 4 GiB; a pack's volumes stay below 3.5 (core/shelf/pack). */
const ONE_VOLUME_BYTES = 3.4 * 2 ** 30;
const TYPE = 'application/zip';

export function isOneVolume(bytes: number): boolean {
  return bytes < ONE_VOLUME_BYTES;
}

/** `same-page-2026-11.samepage.zip`; of several volumes, `same-page-2026-11-2.samepage.zip`. */
export function packName(label: string, volume: number | null): string {
  return `same-page-${label}${volume === null ? '' : `-${volume}`}.samepage.zip`;
}

/**
 * Call from a click. Null when the person closed the question.
 * @param totalBytes About: decides between one file and a folder for several.
 */
export async function openPackSink(label: string, totalBytes: number): Promise<PackSink | null> {
  const isOne = isOneVolume(totalBytes);
  const nameOf = (volume: number) => packName(label, isOne && volume === 1 ? null : volume);
  try {
    if (isOne && window.showSaveFilePicker) {
      const accept = { [TYPE]: ['.zip'] };
      const types = [{ description: 'ZIP', accept }];
      const file = await window.showSaveFilePicker({ suggestedName: nameOf(1), types });
      // A second volume, should there be one, needs a place nobody was asked for.
      return fileSink((volume) => (volume === 1 ? Promise.resolve(file) : Promise.reject(new TooLarge())));
    }
    if (!isOne && window.showDirectoryPicker) {
      const folder = await window.showDirectoryPicker({ mode: 'readwrite' });
      return fileSink((volume) => folder.getFileHandle(nameOf(volume), { create: true }));
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
  return downloadSink(nameOf);
}

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

function fileSink(open: (volume: number) => Promise<FileSystemFileHandle>): PackSink {
  const names: string[] = [];
  let current: FileSystemWritableFileStream | null = null;
  return {
    isInDownloads: false,
    async write(bytes, volume) {
      if (volume > names.length) {
        await current?.close();
        const file = await open(volume);
        names.push(file.name);
        current = await file.createWritable();
      }
      await current?.write(bytes);
    },
    async finish() {
      await current?.close();
      return names;
    },
    // What is not closed is not kept.
    abort: async () => current?.abort(),
  };
}

/** Browsers keep large blobs on disk, so putting pieces together does not hold them in memory. */
function downloadSink(nameOf: (volume: number) => string): PackSink {
  const volumes: Blob[] = [];
  return {
    isInDownloads: true,
    write(bytes, volume) {
      volumes[volume - 1] = new Blob([volumes[volume - 1] ?? '', bytes], { type: TYPE });
      return Promise.resolve();
    },
    finish() {
      const names = volumes.map((_, index) => nameOf(index + 1));
      for (const [index, blob] of volumes.entries()) download(blob, names[index] ?? nameOf(index + 1));
      volumes.length = 0;
      return Promise.resolve(names);
    },
    abort() {
      volumes.length = 0;
      return Promise.resolve();
    },
  };
}

/** Long enough for any browser to have begun to copy. */
const KEEP_MS = 60_000;

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
