/**
 * Drafts on disk. A promise here resolves only when the transaction has completed with `durability: 'strict'`: what is said to
 * be saved survives the browser being killed. It rejects with `DraftStoreError`; nothing is half saved.
 */
import { withDatabase } from '../database.ts';
import type { DraftPieceRecord, DraftRecord } from './draft-records.ts';
import { DraftStoreError, withDraftErrors } from './draft-store-error.ts';

/** `revision` is the one this change is made on, 0 for a new record. */
interface Change {
  readonly document: string;
  readonly revision: number;
}
export interface DraftChange {
  readonly issue: string;
  readonly draft?: Change;
  readonly pieces: ReadonlyMap<string, Change>;
  /** A new one for each save; see `DraftRecord.writer`. */
  readonly writer: string;
}

/**
 * Saves together what changed together. `conflict` when somebody else wrote a revision in between: then nothing is written.
 * Resolves to the time of the save; each revision is one higher then.
 *
 * @param inHaste The page is going away: nothing is read first, since the answer would come too late. Only for whoever holds the
 *   month's lock at that moment.
 */
export function saveDraft(change: DraftChange, { inHaste = false } = {}): Promise<number> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction(['drafts', 'draftPieces'], 'readwrite', { durability: 'strict' });
      const drafts = saving.objectStore('drafts');
      const pieces = saving.objectStore('draftPieces');
      const { issue, writer, draft } = change;
      const updatedMs = Date.now();
      // What was asked for fails with its transaction, whose own failure says why.
      const quietly = (request: Promise<unknown>): void => void request.catch(() => undefined);
      const put = (): void => {
        if (draft) quietly(drafts.put({ ...draft, issue, writer, updatedMs, revision: draft.revision + 1 }));
        for (const [piece, { document, revision }] of change.pieces) {
          quietly(pieces.put({ issue, piece, document, writer, updatedMs, revision: revision + 1 }));
        }
        saving.commit();
      };
      if (inHaste) {
        put();
        await saving.done;
        return updatedMs;
      }
      const found: readonly (readonly [DraftRecord | DraftPieceRecord | undefined, number])[] =
        await Promise.all([
          ...(draft ? [drafts.get(issue).then((record) => [record, draft.revision] as const)] : []),
          ...[...change.pieces].map(([piece, { revision }]) =>
            pieces.get([issue, piece]).then((record) => [record, revision] as const),
          ),
        ]);
      // The connection was dropped after the first try had been written.
      const isDone =
        found.length > 0 &&
        found.every(([record, revision]) => record?.writer === writer && record.revision === revision + 1);
      const isClash = found.some(([record, revision]) => (record?.revision ?? 0) !== revision);
      if (isClash || isDone) {
        saving.abort();
        await saving.done.catch(() => undefined);
        if (isDone) return updatedMs;
        throw new DraftStoreError('conflict', `${issue} was changed elsewhere`);
      }
      put();
      await saving.done;
      return updatedMs;
    }),
  );
}

export interface StoredDraft {
  readonly draft: DraftRecord;
  readonly pieces: readonly DraftPieceRecord[];
}

const ofIssue = (issue: string): IDBKeyRange => IDBKeyRange.bound([issue], [issue, []]);

/** With every piece that ever belonged to it: one that was taken off can be put back. */
export function readDraft(issue: string): Promise<StoredDraft | null> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const reading = database.transaction(['drafts', 'draftPieces']);
      const [draft, pieces] = await Promise.all([
        reading.objectStore('drafts').get(issue),
        reading.objectStore('draftPieces').getAll(ofIssue(issue)),
      ]);
      return draft === undefined ? null : { draft, pieces };
    }),
  );
}

/** All months, those taken off the queue too, in one look. */
export function readDrafts(): Promise<readonly StoredDraft[]> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const reading = database.transaction(['drafts', 'draftPieces']);
      const [drafts, pieces] = await Promise.all([
        reading.objectStore('drafts').getAll(),
        reading.objectStore('draftPieces').getAll(),
      ]);
      return drafts.map((draft) => ({ draft, pieces: pieces.filter(({ issue }) => issue === draft.issue) }));
    }),
  );
}

/** Takes a month off the queue, or puts it back. Nothing of it is deleted. */
export function setRemoved(issue: string, isRemoved: boolean): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const saving = database.transaction('drafts', 'readwrite', { durability: 'strict' });
      const draft = await saving.store.get(issue);
      if (draft) {
        const { removedMs: _, ...kept } = draft;
        await saving.store.put(isRemoved ? { ...kept, removedMs: Date.now() } : kept);
      }
      await saving.done;
    }),
  );
}

/** For good: the month, its pieces and their earlier versions. Its files are the attachments' to sweep. */
export function deleteDraft(issue: string): Promise<void> {
  return withDraftErrors(() =>
    withDatabase(async (database) => {
      const deleting = database.transaction(['drafts', 'draftPieces', 'draftVersions'], 'readwrite');
      await Promise.all([
        deleting.objectStore('drafts').delete(issue),
        deleting.objectStore('draftPieces').delete(ofIssue(issue)),
        deleting.objectStore('draftVersions').delete(ofIssue(issue)),
        deleting.done,
      ]);
    }),
  );
}
