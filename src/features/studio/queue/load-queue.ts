/** Everything the queue shows, read at once: drafts of this machine, what the shelf has. */
import { checkDraft } from '../../../authoring/draft/check-draft.ts';
import { progressOf } from '../../../authoring/draft/progress.ts';
import type { DraftIssue } from '../../../authoring/draft/model.ts';
import type { Club, IssueSummary } from '../../../core/shelf/issue.ts';
import type { Bookcase } from '../../../library/bookcase.ts';
import { deleteDraft, readDrafts, type StoredDraft } from '../../../storage/drafts/draft-store.ts';
import { strikeDraft } from '../shared/draft-census.ts';
import { monthOf as readMonth, type KeptMonth } from '../shared/draft-shelf.ts';
import type { QueueDraft, QueueParts } from './queue-state.ts';

/** A month that was taken off waits this long to be had back. */
const KEEP_REMOVED_MS = 60 * 86_400_000;

export async function loadQueue(bookcase: Bookcase, today: string): Promise<QueueParts> {
  const [clubs, stored] = await Promise.all([bookcase.clubs(), readDrafts()]);
  const published = await publishedOf(bookcase, clubs);
  const drafts: QueueDraft[] = [];
  const removed: DraftIssue[] = [];
  const unreadable: string[] = [];
  for (const one of stored) {
    const month = tryToRead(one);
    const club = clubs.find(({ id }) => id === month?.issue.value.club);
    if (month === null || !club) unreadable.push(one.draft.issue);
    else if (month.isRemoved) {
      if (Date.now() - (one.draft.removedMs ?? 0) < KEEP_REMOVED_MS) removed.push(month.issue.value);
      else {
        await strikeDraft(one.draft.issue);
        await deleteDraft(one.draft.issue);
      }
    } else drafts.push(draftOf(month, club));
  }
  return { clubs, published, drafts, removed, unreadable, thisMonth: today.slice(0, 7) };
}

/** Without a network and with nothing kept the drafts are there all the same. */
async function publishedOf(bookcase: Bookcase, clubs: readonly Club[]): Promise<readonly IssueSummary[]> {
  const found = await Promise.all(
    clubs.map(({ id }) => bookcase.issues(id).catch((): readonly IssueSummary[] => [])),
  );
  return found.flat();
}

function tryToRead(stored: StoredDraft): KeptMonth | null {
  try {
    return readMonth(stored);
  } catch (error) {
    console.warn(error);
    return null;
  }
}

function draftOf({ issue: { value: issue }, pieces: kept, updatedMs }: KeptMonth, club: Club): QueueDraft {
  const pieces = issue.pieces.flatMap((id) => kept.get(id)?.value ?? []);
  const month = { issue, pieces, club };
  return { issue, pieces, updatedMs, progress: progressOf(month, checkDraft(month)) };
}
