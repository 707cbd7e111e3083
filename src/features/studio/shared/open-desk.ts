/** A step's desk: one piece of an open month. */
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import type { Attachments, ChangeLabel, ClubWords, Desk } from './desk.ts';
import { createHistory, type Snapshot } from './history.ts';
import type { Month } from './month.ts';

interface Parts {
  readonly month: Month;
  readonly piece: string;
  readonly club: Club;
  readonly attachments: Attachments;
  readonly words: ClubWords;
  /** The issue was changed here: desks of other pieces must not undo past it. */
  readonly onIssueChanged?: () => void;
}

export interface OpenDesk extends Desk {
  forgetIssue(): void;
}

/** A version is kept after this much time of work. */
const VERSION_EVERY_MS = 10 * 60_000;

/** Null where the month has no such piece. */
export function openDesk({
  month,
  piece: id,
  club,
  attachments,
  words,
  onIssueChanged,
}: Parts): OpenDesk | null {
  const piece = month.piece(id);
  if (piece === null) return null;
  const history = createHistory({
    present: (of): Snapshot => ({
      ...(of.issue && { issue: month.issue.value }),
      ...(of.piece && { piece: piece.value }),
    }),
    put(snapshot) {
      const { issue: putIssue, piece: putPiece } = snapshot;
      if (putIssue) month.setIssue(() => putIssue);
      if (putIssue) onIssueChanged?.();
      if (putPiece) month.setPiece(id, () => putPiece);
    },
  });
  month.onReplaced(() => history.clear());
  const versions = versionKeeper(month, id);

  return {
    club,
    issue: month.issue,
    piece,
    canWrite: month.canWrite,
    saved: month.saved,
    change(label: ChangeLabel, update: (piece: DraftPiece) => DraftPiece, merge: string | null = null) {
      const next = update(piece.peek());
      if (!month.canWrite.peek() || next === piece.peek()) return;
      versions.beforeChange();
      history.remember(label, { piece: piece.peek() }, merge);
      month.setPiece(id, () => next);
    },
    changeIssue(label: ChangeLabel, update: (issue: DraftIssue) => DraftIssue, merge: string | null = null) {
      const next = update(month.issue.peek());
      if (!month.canWrite.peek() || next === month.issue.peek()) return;
      history.remember(label, { issue: month.issue.peek() }, merge);
      month.setIssue(() => next);
      onIssueChanged?.();
    },
    undoLabel: history.undoLabel,
    redoLabel: history.redoLabel,
    undo() {
      if (month.canWrite.peek()) history.undo();
    },
    redo() {
      if (month.canWrite.peek()) history.redo();
    },
    forgetIssue: () => history.forgetIssue(),
    attachments,
    words,
  };
}

/** As the piece was when someone began to work on it, and every ten minutes of work after that. */
function versionKeeper(month: Month, id: string): { readonly beforeChange: () => void } {
  let keptMs: number | null = null;
  return {
    beforeChange() {
      const nowMs = Date.now();
      if (keptMs !== null && nowMs - keptMs < VERSION_EVERY_MS) return;
      const reason = keptMs === null ? 'opened' : 'edited';
      keptMs = nowMs;
      // A version is a help for later: without room for it, typing goes on.
      month.keepVersion(id, reason).catch((error: unknown) => console.warn(error));
    },
  };
}
