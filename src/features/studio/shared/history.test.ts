import { describe, expect, it } from 'vitest';
import { draftIssue, draftPiece } from '../../../authoring/draft/fixture.ts';
import { createHistory, type Snapshot } from './history.ts';

/** A desk of one issue and one piece, whose titles are changed. */
function desk() {
  let issue = draftIssue({ title: '' });
  let piece = draftPiece({ title: '' });
  let nowMs = 0;
  const history = createHistory({
    present: (of): Snapshot => ({ ...(of.issue && { issue }), ...(of.piece && { piece }) }),
    put: (snapshot) => {
      issue = snapshot.issue ?? issue;
      piece = snapshot.piece ?? piece;
    },
    now: () => nowMs,
  });
  return {
    history,
    type(title: string, afterMs = 100) {
      nowMs += afterMs;
      history.remember('text', { piece }, 'title');
      piece = { ...piece, title };
    },
    rename(title: string) {
      history.remember('details', { issue }, null);
      issue = { ...issue, title };
    },
    titles: () => [issue.title, piece.title],
  };
}

describe('undo and redo', () => {
  it('goes back step by step and forward again, each thing to what it was', () => {
    const { history, rename, type, titles } = desk();
    rename('河');
    type('早晨');
    rename('大河');
    history.undo();
    expect(titles()).toEqual(['河', '早晨']);
    history.undo();
    expect(titles()).toEqual(['河', '']);
    history.undo();
    expect(titles()).toEqual(['', '']);
    expect(history.undoLabel.value).toBeNull();
    for (let step = 0; step < 5; step++) history.redo();
    expect(titles()).toEqual(['大河', '早晨']);
  });

  it('takes typing without a pause as one step, and a pause as the end of it', () => {
    const { history, type, titles } = desk();
    for (const text of ['老', '老街', '老街的']) type(text);
    type('老街的早', 2500);
    history.undo();
    expect(titles()[1]).toBe('老街的');
    history.undo();
    expect(titles()[1]).toBe('');
  });

  it('begins a new step after an undo, and forgets what was ahead', () => {
    const { history, type, titles } = desk();
    type('一');
    type('一二', 3000);
    history.undo();
    type('一三', 10);
    expect(history.redoLabel.value).toBeNull();
    history.undo();
    expect(titles()[1]).toBe('一');
  });

  it('does not go past what another page changed', () => {
    const { history, rename, type, titles } = desk();
    rename('河');
    type('早晨');
    history.forget({ issue: true });
    history.undo();
    history.undo();
    expect(titles()).toEqual(['河', '']);
    history.redo();
    history.forget({ piece: 'morning' });
    history.undo();
    expect(titles()).toEqual(['河', '早晨']);
  });
});
