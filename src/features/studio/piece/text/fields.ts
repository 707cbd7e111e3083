/** The editor's fields by their block: the one place that looks for them in the page. */
import type { Part } from './block-lines.ts';

export function fieldName(key: string, part: Part | 'alt'): string {
  return `${key}:${part}`;
}

export function fieldElement(key: string, part: Part | 'alt'): HTMLTextAreaElement | null {
  const found = document.querySelector(`[data-field="${fieldName(key, part)}"]`);
  return found instanceof HTMLTextAreaElement ? found : null;
}

/** Focuses a field with the caret there; a picture's first field where it has no text. */
export function putCaret(key: string, part: Part, at: number): void {
  const field = fieldElement(key, part) ?? fieldElement(key, 'alt');
  if (field === null) return;
  field.focus();
  field.setSelectionRange(at, at);
}

/** Where the caret is, if it is in one of the editor's fields. */
export function caretInFields(): { readonly key: string; readonly part: Part; readonly at: number } | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const [key, part] = (field.dataset['field'] ?? '').split(':');
  return key !== undefined && (part === 'main' || part === 'plain')
    ? { key, part, at: field.selectionStart }
    : null;
}

/** What a field holds, as the draft keeps it: a line of nothing but space is an empty one. */
export function asKept(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : line))
    .join('\n');
}

/** After the text was changed from outside (undo, replace): the caret where the change ends. */
export function caretAfterChange(before: string, now: string): number {
  let end = 0;
  while (
    end < Math.min(before.length, now.length) &&
    before.charCodeAt(before.length - 1 - end) === now.charCodeAt(now.length - 1 - end)
  )
    end += 1;
  return now.length - end;
}
