/** The unsigned issue for the hub, `<id>.issue.zip`: an issue folder in a stored archive, written piece by piece. */
import { textFile } from '../../../authoring/draft/draft-file.ts';
import type { Attachment, DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import { draftToFolder } from '../../../authoring/draft/to-folder.ts';
import type { FileToStore } from '../../../core/shelf/pack/stored-zip.ts';
import type { Attachments } from '../shared/desk.ts';
import { fileOf, writeZip } from '../shared/export-draft.ts';
import type { FileSink } from '../shared/file-sink.ts';

/** A file the month names is not in the store any more: it would go out incomplete. */
export class LostFilesError extends Error {
  override readonly name = 'LostFilesError';
  readonly files: readonly Attachment[];
  constructor(files: readonly Attachment[]) {
    super(files.map(({ name }) => name).join());
    this.files = files;
  }
}

/** Everything is looked for before a byte is written. @throws LostFilesError */
export async function issueFiles(
  issue: DraftIssue,
  pieces: readonly DraftPiece[],
  attachments: Attachments,
): Promise<readonly FileToStore[]> {
  const { texts, media } = draftToFolder(issue, pieces);
  const files: FileToStore[] = [...texts].map(([name, text]) => textFile(name, text));
  const lost: Attachment[] = [];
  for (const [name, attachment] of media) {
    const source = await fileOf(attachments, attachment);
    if (source) files.push({ name, ...source });
    else lost.push(attachment);
  }
  if (lost.length > 0) throw new LostFilesError(lost);
  return files;
}

export const writeIssueFile = (
  files: readonly FileToStore[],
  sink: FileSink,
  onProgress: (done: number, total: number) => void,
): Promise<void> => writeZip(files, sink, onProgress);
