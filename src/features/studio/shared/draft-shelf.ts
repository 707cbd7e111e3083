/** Where months lie, as the desk needs it: over `storage/drafts`, or over memory in a test. Documents are parsed here. */
import * as v from 'valibot';
import {
  DraftIssueSchema,
  DraftPieceSchema,
  type DraftIssue,
  type DraftPiece,
} from '../../../authoring/draft/model.ts';
import type { VersionReason } from '../../../storage/drafts/draft-records.ts';
import {
  readDraft,
  saveDraft,
  setRemoved,
  type DraftChange,
  type StoredDraft,
} from '../../../storage/drafts/draft-store.ts';
import { keepVersion } from '../../../storage/drafts/draft-versions.ts';

import { documentOf } from './piece-document.ts';

export interface Kept<T> {
  readonly value: T;
  readonly revision: number;
}
export interface KeptMonth {
  readonly issue: Kept<DraftIssue>;
  readonly pieces: ReadonlyMap<string, Kept<DraftPiece>>;
  readonly updatedMs: number;
  /** Taken off the queue. */
  readonly isRemoved: boolean;
}

export interface DraftShelf {
  /** Null where there is no such month. Rejects with a `ValiError` where it was made by a newer app, or is damaged. */
  read(issue: string): Promise<KeptMonth | null>;
  save(change: DraftChange, options?: { readonly inHaste?: boolean }): Promise<number>;
  /** Off the queue; nothing is deleted. */
  remove(issue: string): Promise<void>;
  keepVersion(piece: DraftPiece, issue: string, reason: VersionReason): Promise<void>;
}

export const parseIssue = (document: string): DraftIssue => v.parse(DraftIssueSchema, JSON.parse(document));
export const parsePiece = (document: string): DraftPiece => v.parse(DraftPieceSchema, JSON.parse(document));

export function monthOf({ draft, pieces }: StoredDraft): KeptMonth {
  return {
    issue: { value: parseIssue(draft.document), revision: draft.revision },
    pieces: new Map(
      pieces.map(({ piece, document, revision }) => [piece, { value: parsePiece(document), revision }]),
    ),
    updatedMs: Math.max(draft.updatedMs, ...pieces.map(({ updatedMs }) => updatedMs)),
    isRemoved: draft.removedMs !== undefined,
  };
}

export const draftShelf: DraftShelf = {
  async read(issue) {
    const stored = await readDraft(issue);
    return stored && monthOf(stored);
  },
  save: saveDraft,
  remove: (issue) => setRemoved(issue, true),
  keepVersion: (piece, issue, reason) =>
    keepVersion({ issue, piece: piece.id, reason, keptMs: Date.now(), document: documentOf(piece) }),
};
