/** The player's keys, as data: the same list drives the keyboard and the help sheet. */
import { useEffect, useRef } from 'preact/hooks';
import { toggleSigner } from './full-screen.ts';
import type { EnginePlayer } from './sentence-engine.ts';
import { steppedSpeed, type Speed } from './speeds.ts';

export type PlayerAction =
  | 'toggle'
  | 'previous'
  | 'next'
  | 'again'
  | 'pauseEach'
  | 'slower'
  | 'faster'
  | 'loop'
  | 'loopStart'
  | 'loopEnd'
  | 'fullScreen'
  | 'help';

/** `key` values of KeyboardEvent; the first is the one shown. Chinese input methods send the full-width marks. */
export const PLAYER_KEYS: readonly { readonly action: PlayerAction; readonly keys: readonly string[] }[] = [
  { action: 'toggle', keys: [' ', 'k'] },
  { action: 'previous', keys: ['ArrowLeft'] },
  { action: 'next', keys: ['ArrowRight'] },
  { action: 'again', keys: ['r'] },
  { action: 'pauseEach', keys: ['p'] },
  { action: 'slower', keys: ['-', '－'] },
  { action: 'faster', keys: ['+', '=', '＋', '＝'] },
  { action: 'loop', keys: ['l'] },
  { action: 'loopStart', keys: ['[', '【', '「'] },
  { action: 'loopEnd', keys: [']', '】', '」'] },
  { action: 'fullScreen', keys: ['f'] },
  { action: 'help', keys: ['?', '？', '/'] },
];

/** What a key press asks for; null when it belongs to something else: a field, a button, the browser. */
export function actionOf(event: KeyboardEvent): PlayerAction | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"]')) return null;
  if (event.key === ' ' && target?.closest('button, a, summary, label, [role="button"]')) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return PLAYER_KEYS.find((one) => one.keys.includes(key))?.action ?? null;
}

export interface KeyHandlers {
  /** WCAG 2.1.4: keys of a single character can be turned off. */
  readonly isOn: boolean;
  readonly onSpeed: (speed: Speed) => void;
  readonly onPauseEach: (on: boolean) => void;
  readonly onHelp: () => void;
}

export function perform(action: PlayerAction, player: EnginePlayer, handlers: KeyHandlers): void {
  const current = player.current.value;
  const actions: Readonly<Record<PlayerAction, () => void>> = {
    toggle: player.toggle,
    previous: player.previous,
    next: player.next,
    again: player.again,
    pauseEach: () => handlers.onPauseEach(!player.pauseAfterSentence.value),
    slower: () => handlers.onSpeed(steppedSpeed(player.speed.value, -1)),
    faster: () => handlers.onSpeed(steppedSpeed(player.speed.value, 1)),
    loop: () => player.setLoop(player.loop.value || current === null ? null : { from: current, to: current }),
    loopStart: player.markLoopStart,
    loopEnd: player.markLoopEnd,
    fullScreen: toggleSigner,
    help: handlers.onHelp,
  };
  actions[action]();
}

/** The whole page listens while the piece is open; a sheet over it keeps its keys to itself. */
export function usePlayerKeys(player: EnginePlayer, handlers: KeyHandlers): void {
  const handlersRef = useRef(handlers);
  useEffect(() => {
    handlersRef.current = handlers;
  }, [handlers]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = handlersRef.current.isOn ? actionOf(event) : null;
      if (!action || (event.repeat && action !== 'previous' && action !== 'next')) return;
      event.preventDefault();
      perform(action, player, handlersRef.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [player]);
}
