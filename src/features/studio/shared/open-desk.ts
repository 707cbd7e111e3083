/** A step's desk: one piece of an open month. */
import type { Club } from '../../../core/shelf/issue.ts';
import type { Attachments, ClubWords, Desk } from './desk.ts';
import { openMonthDesk, type Histories } from './month-desk.ts';
import type { Month } from './month.ts';

interface Parts {
  readonly month: Month;
  readonly piece: string;
  readonly club: Club;
  readonly attachments: Attachments;
  readonly words: ClubWords;
  readonly histories: Histories;
}

/** A version is kept after this much time of work. */
const VERSION_EVERY_MS = 10 * 60_000;

/** Null where the month has no such piece. */
export function openDesk({ month, piece: id, club, attachments, words, histories }: Parts): Desk | null {
  const piece = month.piece(id);
  if (piece === null) return null;
  const { changePiece, changeIssue, noteIssue, undoLabel, redoLabel, undo, redo } = openMonthDesk(
    month,
    histories,
  );
  const versions = versionKeeper(month, id);
  return {
    club,
    issue: month.issue,
    piece,
    canWrite: month.canWrite,
    saved: month.saved,
    change(label, update, merge = null) {
      if (month.canWrite.peek()) versions.beforeChange();
      changePiece(id, label, update, merge);
    },
    changeIssue,
    noteIssue,
    undoLabel,
    redoLabel,
    undo,
    redo,
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
