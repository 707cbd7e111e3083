/** The keys of this page as data: the same list drives the keyboard and the help. */
export type CaptionAction = 'toggle' | 'in' | 'out' | 'back' | 'forward' | 'frame-back' | 'frame-forward';

export interface CaptionKey {
  readonly action: CaptionAction;
  /** `key` values outside fields; the first is the one shown. Chinese input methods send the full-width marks. */
  readonly plain: readonly string[];
  /** With Ctrl, ⌘ or Alt, inside fields too. */
  readonly held: string | null;
}

export const CAPTION_KEYS: readonly CaptionKey[] = [
  { action: 'toggle', plain: [' ', 'k'], held: 'Enter' },
  { action: 'in', plain: ['i'], held: 'ArrowUp' },
  { action: 'out', plain: ['o'], held: 'ArrowDown' },
  { action: 'back', plain: ['j'], held: null },
  { action: 'forward', plain: ['l'], held: null },
  { action: 'frame-back', plain: [',', '，', '<', '《'], held: null },
  { action: 'frame-forward', plain: ['.', '。', '>', '》'], held: null },
];

/** What a key press asks for; null when it belongs to something else: a field, a button, the browser, an input method. */
export function captionActionOf(event: KeyboardEvent, isOn: boolean): CaptionAction | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return CAPTION_KEYS.find((one) => one.held === event.key)?.action ?? null;
  }
  if (!isOn) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('textarea, select, [contenteditable="true"]')) return null;
  if (target?.closest('input:not([type="radio"], [type="checkbox"], [type="range"])')) return null;
  if (event.key === ' ' && target?.closest('button, a, summary, label, input')) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return CAPTION_KEYS.find((one) => one.plain.includes(key))?.action ?? null;
}
