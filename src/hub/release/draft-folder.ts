/** An approved draft as an issue folder on disk, for as long as it is looked into or released. */
import { constants } from 'node:fs';
import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Attachment } from '../../authoring/draft/model.ts';
import { draftToFolder } from '../../authoring/draft/to-folder.ts';
import { hashOfFile, type StoredAttachment } from '../drafts/attachment-folder.ts';
import { HubError } from '../hub-error.ts';
import type { ApprovedDraft } from './approved-draft.ts';

export type FindFile = (file: Attachment) => Promise<StoredAttachment | null>;

/**
 * Whatever comes of it, nothing is left behind.
 * @param temporary Absolute, on the file system the attachments are on.
 * @throws HubError `attachment-missing` or `attachment-damaged`, and what `work` throws.
 */
export async function withDraftFolder<T>(
  { issue, pieces }: ApprovedDraft,
  find: FindFile,
  temporary: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const place = path.join(temporary, randomUUID());
  const folder = path.join(place, issue.id);
  const { texts, media } = draftToFolder(issue, pieces);
  try {
    for (const [name, text] of texts) {
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    for (const [name, file] of media) {
      const stored = await verified(file, find);
      const target = path.join(folder, name);
      await mkdir(path.dirname(target), { recursive: true });
      await linkOrCopy(stored.path, target);
    }
    return await work(folder);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The hash is the upload's: a disk that changed a byte since is noticed before a member sees it. */
async function verified(file: Attachment, find: FindFile): Promise<StoredAttachment> {
  const stored = await find(file);
  if (stored === null) throw new HubError('attachment-missing', { file: file.name });
  if ((await hashOfFile(stored.path)) !== stored.sha256)
    throw new HubError('attachment-damaged', { file: file.name });
  return stored;
}

/** A month of videos takes no room twice; the originals are only ever read. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE));
}
