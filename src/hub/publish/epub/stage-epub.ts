/** The EPUB of an issue as a file about to become one of the shelf: written once, from start to end, hashed as it goes. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { BlobRef } from '../../../core/reading/model.ts';
import { blobHref } from '../../../core/shelf/blob-href.ts';
import { epubFiles } from '../../../core/shelf/epub/epub.ts';
import type { EpubSource } from '../../../core/shelf/epub/source.ts';
import { epubType } from '../../../core/shelf/feed.ts';
import { writeStoredZip, type FileToStore } from '../../../core/shelf/pack/stored-zip.ts';
import { readAt } from '../../store/read-at.ts';
import type { StagedBlob } from '../blob.ts';

/** A file of an issue being released is made in memory or lies on this disk. */
export type LocalSource = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly path: string };

/**
 * @param contentOf Where the content of a file of the issue is.
 * @param temporary The book is left there until it has been put on the shelf.
 */
export async function stageEpub(
  source: EpubSource,
  contentOf: (ref: BlobRef) => LocalSource,
  temporary: string,
): Promise<StagedBlob> {
  await mkdir(temporary, { recursive: true });
  const file = path.join(temporary, `${randomUUID()}.epub`);
  const opened: FileHandle[] = [];
  try {
    const entries: FileToStore[] = [];
    for (const entry of epubFiles(source)) {
      const content =
        'text' in entry ? { bytes: new TextEncoder().encode(entry.text) } : contentOf(entry.blob);
      entries.push({ name: entry.name, ...(await openContent(content, opened)) });
    }
    const { sha256, size } = await write(file, entries);
    // No tablet of ours fetches it, so it promises no chunks: in a catalogue read by thousands they would be most of the bytes.
    return { ref: { href: blobHref(sha256, 'epub'), sha256, size, type: epubType }, source: { path: file } };
  } finally {
    for (const handle of opened) await handle.close();
  }
}

async function openContent(
  content: LocalSource,
  opened: FileHandle[],
): Promise<Pick<FileToStore, 'size' | 'read'>> {
  if ('bytes' in content) {
    const { bytes } = content;
    return { size: bytes.byteLength, read: async (start, end) => bytes.slice(start, end) };
  }
  const handle = await open(content.path, 'r');
  opened.push(handle);
  return { size: (await handle.stat()).size, read: (start, end) => readAt(handle, start, end) };
}

async function write(
  file: string,
  entries: readonly FileToStore[],
): Promise<Pick<BlobRef, 'sha256' | 'size'>> {
  const hash = createHash('sha256');
  let size = 0;
  const target = await open(file, 'wx');
  try {
    for await (const bytes of writeStoredZip(entries)) {
      hash.update(bytes);
      size += bytes.byteLength;
      await target.writeFile(bytes);
    }
  } finally {
    await target.close();
  }
  return { sha256: hash.digest('hex'), size };
}
