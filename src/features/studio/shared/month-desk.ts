/** Changing a month with undo. The month's page has one, and so has each piece's desk: what one changes, no other undoes past. */
import { withExaminedOf } from '../../../authoring/draft/examination.ts';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import type { ChangeLabel, Desk } from './desk.ts';
import { createHistory, type History, type Snapshot } from './history.ts';
import type { Month } from './month.ts';

export interface MonthDesk extends Pick<
  Desk,
  'undoLabel' | 'redoLabel' | 'undo' | 'redo' | 'canWrite' | 'saved' | 'noteIssue'
> {
  readonly month: Month;
  changeIssue(label: ChangeLabel, update: (issue: DraftIssue) => DraftIssue, merge?: string | null): void;
  changePiece(
    id: string,
    label: ChangeLabel,
    update: (piece: DraftPiece) => DraftPiece,
    merge?: string | null,
  ): void;
  /** Puts a new piece at the end of the month's list; undo takes it off the list again. */
  addPiece(piece: DraftPiece): void;
  /** What could be undone before this is no use any more. */
  forgetAll(): void;
}

/** Every desk of one month. */
export type Histories = Set<History>;

export function openMonthDesk(month: Month, histories: Histories): MonthDesk {
  const history = createHistory({
    present: ({ issue, piece }): Snapshot => ({
      ...(issue && { issue: month.issue.peek() }),
      ...(piece && { piece: month.piece(piece.id)?.peek() ?? piece }),
    }),
    put({ issue, piece }) {
      if (issue) month.setIssue((now) => withExaminedOf(issue, now));
      if (piece) month.setPiece(piece.id, () => piece);
      tellOthers({ ...(issue && { issue: true }), ...(piece && { piece: piece.id }) });
    },
  });
  histories.add(history);
  month.onReplaced(() => history.clear());
  const tellOthers = (changed: Parameters<History['forget']>[0]): void => {
    for (const other of histories) if (other !== history) other.forget(changed);
  };

  function changeIssue(
    label: ChangeLabel,
    update: (issue: DraftIssue) => DraftIssue,
    merge: string | null = null,
  ): void {
    const before = month.issue.peek();
    const next = update(before);
    if (!month.canWrite.peek() || next === before) return;
    history.remember(label, { issue: before }, merge);
    month.setIssue(() => next);
    tellOthers({ issue: true });
  }

  return {
    month,
    canWrite: month.canWrite,
    saved: month.saved,
    changeIssue,
    changePiece(id, label, update, merge = null) {
      const piece = month.piece(id)?.peek();
      const next = piece && update(piece);
      if (!month.canWrite.peek() || !piece || !next || next === piece) return;
      history.remember(label, { piece }, merge);
      month.setPiece(id, () => next);
      tellOthers({ piece: id });
    },
    noteIssue(update) {
      if (month.canWrite.peek()) month.setIssue(update);
    },
    addPiece(piece) {
      if (!month.canWrite.peek()) return;
      month.putPiece(piece);
      changeIssue('add', (issue) => ({ ...issue, pieces: [...issue.pieces, piece.id] }));
    },
    undoLabel: history.undoLabel,
    redoLabel: history.redoLabel,
    undo() {
      if (month.canWrite.peek()) history.undo();
    },
    redo() {
      if (month.canWrite.peek()) history.redo();
    },
    forgetAll() {
      for (const each of histories) each.clear();
    },
  };
}
