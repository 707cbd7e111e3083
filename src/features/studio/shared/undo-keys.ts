import type { Desk } from './desk.ts';

/**
 * Ctrl+Z and Ctrl+Shift+Z (⌘ on Apple's), Ctrl+Y. The desk's undo also inside the editor, whose own knows nothing of sentences;
 * in a plain field outside it the browser's undo would come apart from ours, so ours is used there too. A step that has its own
 * meaning for a key prevents the default first.
 */
export function watchUndoKeys(desk: Pick<Desk, 'undo' | 'redo'>): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && !(key === 'y' && !event.shiftKey)) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) desk.redo();
    else desk.undo();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
