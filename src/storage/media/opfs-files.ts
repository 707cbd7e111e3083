/**
 * How media lie in the origin's private file system, in one flat folder (`media`, or `drafts`):
 *
 * - `<sha256>.part`    being written, or waiting to be
 * - `<sha256>`         sealed: the `.part`, renamed
 * - `<sha256>.sealed`  empty; says that the `.part` beside it is sealed, where an engine cannot rename
 *   (Chromium on some Android tablets refuses `move`: https://issues.chromium.org/issues/40270249). A copy would need
 *   the room twice and could be cut in half.
 */
import type { StoredFile } from './media-store.ts';

/** What a store is for: the shelf's media, or the files of drafts. Each has a folder, or a database, of its own. */
export type MediaRoot = 'media' | 'drafts';

const PART = '.part';
const MARK = '.sealed';
const fileName = /^(?<sha256>[0-9a-f]{64})(?<ending>\.part|\.sealed)?$/u;

/** Only dedicated workers have it; typed here since the page's library does not know it. */
export interface SyncAccess {
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(bytes: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

export function canOpenSync(
  handle: object,
): handle is { readonly createSyncAccessHandle: () => Promise<SyncAccess> } {
  return 'createSyncAccessHandle' in handle;
}

function canMove(handle: object): handle is { readonly move: (name: string) => Promise<void> } {
  return 'move' in handle;
}

export async function mediaFolder(name: MediaRoot): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(name, { create: true });
}

export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

export function partHandle(folder: FileSystemDirectoryHandle, sha256: string): Promise<FileSystemFileHandle> {
  return folder.getFileHandle(sha256 + PART, { create: true });
}

export async function sealedFile(folder: FileSystemDirectoryHandle, sha256: string): Promise<File | null> {
  const renamed = await orNull(folder.getFileHandle(sha256));
  if (renamed !== null) return orNull(renamed.getFile());
  if ((await orNull(folder.getFileHandle(sha256 + MARK))) === null) return null;
  const marked = await orNull(folder.getFileHandle(sha256 + PART));
  return marked === null ? null : orNull(marked.getFile());
}

/** Whole or not at all: a rename, or one new empty file. The `.part` must be closed. */
export async function sealPart(folder: FileSystemDirectoryHandle, sha256: string): Promise<void> {
  const part = await folder.getFileHandle(sha256 + PART);
  if (canMove(part)) {
    const hasMoved = await part.move(sha256).then(
      () => true,
      () => false,
    );
    if (hasMoved) return;
  }
  await folder.getFileHandle(sha256 + MARK, { create: true });
}

/** The names that make it readable go first: cut off in between, what is left is a partial. */
export async function removeFile(folder: FileSystemDirectoryHandle, sha256: string): Promise<void> {
  for (const name of [sha256, sha256 + MARK, sha256 + PART]) await orNull(folder.removeEntry(name));
}

export async function listFiles(folder: FileSystemDirectoryHandle): Promise<readonly StoredFile[]> {
  const endings = new Map<string, Set<string>>();
  for await (const name of folder.keys()) {
    const { sha256, ending = '' } = fileName.exec(name)?.groups ?? {};
    if (sha256 !== undefined) endings.set(sha256, (endings.get(sha256) ?? new Set()).add(ending));
  }
  const found = await Promise.all(
    [...endings].map(async ([sha256, has]): Promise<StoredFile | null> => {
      const name = has.has('') ? sha256 : sha256 + PART;
      const handle = await orNull(folder.getFileHandle(name));
      const file = handle && (await orNull(handle.getFile()));
      return file && { sha256, bytes: file.size, sealed: has.has('') || has.has(MARK) };
    }),
  );
  return found.filter((file) => file !== null);
}
