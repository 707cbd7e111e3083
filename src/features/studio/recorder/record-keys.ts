/** Keys of keyboards and of presenters' remotes, which send PageDown, arrows or Enter. */
const nextKeys = new Set([' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown']);
/** These press the button that has the focus. */
const pressing = new Set([' ', 'Enter']);

/** Whether a key means 下一句. A held key counts once; keys for a field, or for another button than `next`, are theirs. */
export function meansNext(event: KeyboardEvent, next: Element | null): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || !nextKeys.has(event.key))
    return false;
  const { target } = event;
  if (typeof Element === 'undefined' || !(target instanceof Element)) return true;
  if (target.closest('input, textarea, select, dialog, [contenteditable="true"]')) return false;
  const button = target.closest('button, a, summary, [role="radio"]');
  return button === null || button === next || !pressing.has(event.key);
}
