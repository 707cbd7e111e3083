/** An issue folder held in memory: a zip once opened, a draft, a test. */
import type { FolderReader, SourcePath } from './issue-source.ts';

export function folderOfFiles(files: ReadonlyMap<SourcePath, Uint8Array<ArrayBuffer>>): FolderReader {
  const bytesOf = (file: SourcePath): Uint8Array<ArrayBuffer> => {
    const bytes = files.get(file);
    if (bytes === undefined) throw new Error(`no such file: ${file}`);
    return bytes;
  };
  return {
    list: async () => [...files.keys()],
    exists: async (file) => files.has(file),
    readText: async (file) => decodeUtf8(bytesOf(file)),
    readBytes: async (file) => bytesOf(file),
  };
}

/** Throws a TypeError when the bytes are no UTF-8. A byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
