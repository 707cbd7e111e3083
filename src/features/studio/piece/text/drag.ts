/** Moving a block with the mouse, by its name; 上移 and 下移 do the same for everybody. */
import type { TextActions } from './use-text.ts';

const TYPE = 'application/x-same-page-block';

export function startDrag(event: DragEvent, key: string): void {
  event.dataTransfer?.setData(TYPE, key);
  if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move';
}

export function allowDrop(event: DragEvent): void {
  if (event.dataTransfer?.types.includes(TYPE) === true) event.preventDefault();
}

/** To where the block is that it was let go over. */
export function dropBlock(event: DragEvent, actions: Pick<TextActions, 'moveTo' | 'indexOf'>): void {
  const key = event.dataTransfer?.getData(TYPE) ?? '';
  if (key === '') return;
  event.preventDefault();
  const over = event.target instanceof Element ? event.target.closest('[data-block]') : null;
  const target = over?.getAttribute('data-block') ?? null;
  if (target !== null) actions.moveTo(key, actions.indexOf(target));
}
