/**
 * A file as a bookcase: a preview of the studio's (a draft, finished or not), or an unsigned month (`<id>.issue.zip`). It is only looked
 * at: nothing of it is kept, nothing of it is trusted.
 */
import type { Club } from '../../../core/shelf/issue.ts';
import type { Language } from '../../../i18n/languages.ts';
import type { Bookcase } from '../../../library/bookcase.ts';
import { PreviewFileError } from './preview-file-error.ts';

export interface PreviewFile {
  readonly title: string;
  readonly club: Club;
  readonly bookcase: Bookcase;
  close(): void;
}

export interface Surroundings {
  /** Those this tablet knows. */
  readonly clubs: readonly Club[];
  readonly language: Language;
}

/** @throws PreviewFileError */
export async function openPreviewFile(file: File, surroundings: Surroundings): Promise<PreviewFile> {
  // What comes first in each kind of archive of ours says which it is.
  const head = new TextDecoder('latin1').decode(await file.slice(0, 200).arrayBuffer());
  if (head.includes('catalogue.jws')) throw new PreviewFileError('a-pack');
  if (head.includes('draft.json')) {
    const { openDraftPreview } = await import('./open-draft-preview.ts');
    return openDraftPreview(file, surroundings);
  }
  const { openIssueZip } = await import('./open-issue-zip.ts');
  return openIssueZip(file, surroundings);
}
