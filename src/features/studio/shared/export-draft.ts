/** A draft into a file, piece by piece of its bytes: a month of videos is never in memory. */
import { draftToFiles, type DraftInFile } from '../../../authoring/draft/draft-file.ts';
import type { Attachment } from '../../../authoring/draft/model.ts';
import { writeStoredZip, type FileToStore } from '../../../core/shelf/pack/stored-zip.ts';
import type { Attachments } from './desk.ts';
import type { FileSink } from './file-sink.ts';

export async function fileOf(
  attachments: Attachments,
  { id }: Pick<Attachment, 'id'>,
): Promise<Pick<FileToStore, 'size' | 'read'> | null> {
  const blob = await attachments.open(id);
  return (
    blob && {
      size: blob.size,
      read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
    }
  );
}

export async function writeZip(
  files: readonly FileToStore[],
  sink: FileSink,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  try {
    for await (const bytes of writeStoredZip(files)) {
      await sink.write(bytes);
      done += bytes.byteLength;
      onProgress(Math.min(done, total), total);
    }
    await sink.finish();
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
}

/** Resolves to the files that were named and are gone. */
export async function exportDraft(
  draft: DraftInFile,
  attachments: Attachments,
  sink: FileSink,
  onProgress: (done: number, total: number) => void,
): Promise<readonly Attachment[]> {
  const { files, lost } = await draftToFiles(draft, (attachment) => fileOf(attachments, attachment));
  await writeZip(files, sink, onProgress);
  return lost;
}
