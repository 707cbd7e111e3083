/** A month of its own on disk: new, copied, or from a file. Nothing that is there is ever written over. */
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import { deleteDraft, readDraft } from '../../../storage/drafts/draft-store.ts';
import { noteDraft } from './draft-census.ts';
import type { DraftShelf } from './draft-shelf.ts';
import { draftShelf } from './draft-shelf.ts';

interface MonthToMake {
  readonly issue: DraftIssue;
  readonly pieces: readonly DraftPiece[];
}

/** @throws DraftStoreError `conflict` when there is a draft of that month that nobody has taken off the queue. */
export async function makeMonth(
  { issue, pieces }: MonthToMake,
  shelf: DraftShelf = draftShelf,
): Promise<void> {
  const before = await readDraft(issue.id);
  // The person has seen that it was taken off, and asked for a new one.
  if (before?.draft.removedMs !== undefined) await deleteDraft(issue.id);
  await shelf.save({
    issue: issue.id,
    writer: crypto.randomUUID(),
    draft: { document: JSON.stringify(issue), revision: 0 },
    pieces: new Map(pieces.map((piece) => [piece.id, { document: JSON.stringify(piece), revision: 0 }])),
  });
  await noteDraft({ id: issue.id, title: issue.title });
  // The browser is asked once to count this as work, not as a cache: it may say no, and nothing depends on it.
  await navigator.storage?.persist?.().catch(() => false);
}
