/**
 * An issue folder in a zip, in the browser and in Node: the studio's `<id>.issue.zip`, or a folder somebody zipped. Read by
 * random access, one file at a time; what is unpacked is counted while it comes, never believed.
 */
import {
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_BAD_FORMAT,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_EOCDR_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  Reader,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js';
import { decodeUtf8 } from './folder-files.ts';
import type { FolderReader, SourcePath } from './issue-source.ts';
import { issueEntries, ZIP_LIMITS, type ZipLimits } from './zip-entries.ts';
import { ZipError, type ZipFault } from './zip-error.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A picked file, or an open one. */
export interface ZipSource {
  /** Bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`. */
  slice(start: number, end: number): Promise<Bytes>;
}

export interface ZipFolder extends FolderReader {
  /** A file piece by piece, for what is too large for memory. @throws ZipError */
  stream(file: SourcePath): AsyncGenerator<Bytes, void>;
}

/** What `readText` and `readBytes` take into memory at most: texts and pictures; videos are streamed. */
const MAX_IN_MEMORY = 64 * 2 ** 20;
const STRICT = { strictness: 'strict', useWebWorkers: false, checkCrc32: true } as const;

/** Reads the list of contents and nothing else. @throws ZipError */
export async function openZipFolder(source: ZipSource, limits: ZipLimits = ZIP_LIMITS): Promise<ZipFolder> {
  const files = issueEntries(await entriesOf(source, limits), limits);

  function entryOf(file: SourcePath): FileEntry {
    const entry = files.get(file);
    if (entry === undefined) throw new Error(`no such file: ${file}`);
    return entry;
  }
  async function readBytes(file: SourcePath): Promise<Bytes> {
    const entry = entryOf(file);
    if (entry.uncompressedSize > MAX_IN_MEMORY) throw new ZipError('too-large', file);
    const whole = new Uint8Array(entry.uncompressedSize);
    let at = 0;
    for await (const piece of unpack(entry)) {
      whole.set(piece, at);
      at += piece.byteLength;
    }
    return whole;
  }
  return {
    list: async () => [...files.keys()].sort(),
    exists: async (file) => files.has(file),
    readText: async (file) => decodeUtf8(await readBytes(file)),
    readBytes,
    stream: (file) => unpack(entryOf(file)),
  };
}

async function entriesOf(source: ZipSource, { maxFiles }: ZipLimits): Promise<readonly Entry[]> {
  const reader = new ZipReader(new SourceReader(source), {
    ...STRICT,
    filenameValidation: 'tolerant',
    decodeText,
  });
  const entries: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      // Not read on to the end of a list that is refused anyway.
      if (entries.length > maxFiles) break;
    }
  } catch (error) {
    throw toZipError(error, '');
  }
  return entries;
}

/** As many bytes as the list of contents says, right to the checksum, or an error: never more than one piece beyond. */
async function* unpack(entry: FileEntry): AsyncGenerator<Bytes, void> {
  const stop = new AbortController();
  const { readable, writable } = new TransformStream<Bytes, Bytes>();
  const unpacking = entry.getData(writable, { ...STRICT, signal: stop.signal });
  // Its failure arrives through the stream as well.
  unpacking.catch(() => undefined);
  const reader = readable.getReader();
  let left = entry.uncompressedSize;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      left -= value.byteLength;
      if (left < 0) throw new ZipError('bomb', entry.filename);
      yield value;
    }
    await unpacking;
    if (left > 0) throw new ZipError('damaged', entry.filename);
  } catch (error) {
    throw toZipError(error, entry.filename);
  } finally {
    stop.abort();
    await reader.cancel().catch(() => undefined);
  }
}

class SourceReader extends Reader<ZipSource> {
  readonly #source: ZipSource;
  constructor(source: ZipSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }
  override readUint8Array(index: number, length: number): Promise<Bytes> {
    return this.#source.slice(index, Math.min(index + length, this.#source.size));
  }
}

/** Names without the UTF-8 flag: of a Mac they are UTF-8 all the same, of a Chinese Windows GBK. */
function decodeText(value: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'utf-8') return undefined;
  try {
    return decodeUtf8(value);
  } catch {
    return new TextDecoder('gb18030').decode(value);
  }
}

/** By what zip.js says: its messages are its codes. */
const FAULTS: ReadonlyMap<string, ZipFault> = new Map([
  [ERR_BAD_FORMAT, 'not-a-zip'],
  [ERR_EOCDR_NOT_FOUND, 'not-a-zip'],
  [ERR_AMBIGUOUS_ARCHIVE, 'ambiguous'],
  [ERR_OVERLAPPING_ENTRY, 'overlap'],
  [ERR_ENCRYPTED, 'encrypted'],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, 'encrypted'],
]);

function toZipError(error: unknown, name: string): unknown {
  if (error instanceof ZipError || !(error instanceof Error)) return error;
  return new ZipError(FAULTS.get(error.message) ?? 'damaged', name || error.message);
}
