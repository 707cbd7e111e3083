/**
 * Files that no month, no earlier version and no card names any more. Looked for once each time the queue is opened, and only while no
 * window has a month open: what is undone there may name a file again.
 */
import { sweepFiles } from '../../../storage/attachments/attachment-store.ts';
import { allClubTerms } from '../../../storage/drafts/club-words.ts';
import { readDrafts } from '../../../storage/drafts/draft-store.ts';
import { allVersions } from '../../../storage/drafts/draft-versions.ts';
import { anyMonthIsOpen } from './month-lock.ts';

const ID = /[0-9a-f]{64}/gu;

let hasSwept = false;

export async function sweepAttachments(): Promise<void> {
  if (hasSwept || (await anyMonthIsOpen())) return;
  hasSwept = true;
  const [drafts, versions, terms] = await Promise.all([readDrafts(), allVersions(), allClubTerms()]);
  const documents = [...drafts.flatMap(({ draft, pieces }) => [draft, ...pieces]), ...versions, ...terms].map(
    ({ document }) => document,
  );
  // By the look of an id, not by parsing: what a newer app wrote keeps its files too.
  await sweepFiles(new Set(documents.flatMap((document) => document.match(ID) ?? [])), Date.now());
}
