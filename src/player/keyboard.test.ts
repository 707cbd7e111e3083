// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SentenceIdSchema } from '../core/reading/model.ts';
import { createFakeTransport } from './fake-transport.ts';
import { actionOf, perform, PLAYER_KEYS, usePlayerKeys } from './keyboard.ts';
import { createSentencePlayer } from './sentence-engine.ts';

const press = (key: string, target: Element = document.body, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...more });
  target.dispatchEvent(event);
  return actionOf(event);
};
const element = (name: string): HTMLElement => {
  const made = document.createElement(name);
  document.body.append(made);
  return made;
};

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('keys of the player', () => {
  it('every action has a key and no key has two', () => {
    const keys = PLAYER_KEYS.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('answer to Chinese input methods and to capitals', () => {
    expect(press('【')).toBe('loopStart');
    expect(press('？')).toBe('help');
    expect(press('R')).toBe('again');
  });

  it('leave fields, buttons and the browser alone', () => {
    expect(press('r', element('input'))).toBeNull();
    expect(press(' ', element('button'))).toBeNull();
    expect(press('r', element('button'))).toBe('again');
    expect(press('r', document.body, { ctrlKey: true })).toBeNull();
  });

  it('can be turned off', () => {
    const onHelp = vi.fn<() => void>();
    const { player } = createSentencePlayer({ cues: [], sentences: [] }, createFakeTransport);
    const handlers = { onSpeed: () => {}, onPauseEach: () => {}, onHelp };
    const { rerender } = renderHook((isOn: boolean) => usePlayerKeys(player, { ...handlers, isOn }), {
      initialProps: false,
    });
    press('?');
    expect(onHelp).not.toHaveBeenCalled();
    rerender(true);
    press('?');
    expect(onHelp).toHaveBeenCalledOnce();
  });

  it('do what the help says', () => {
    const sentence = v.parse(SentenceIdSchema, 's1');
    const { player } = createSentencePlayer(
      { cues: [{ sentence, start: 0, end: 5 }], sentences: [sentence] },
      createFakeTransport,
    );
    const handlers = {
      isOn: true,
      onSpeed: vi.fn<(speed: number) => void>(),
      onPauseEach: vi.fn<(on: boolean) => void>(),
      onHelp: vi.fn<() => void>(),
    };
    perform('next', player, handlers);
    expect(player.current.value).toBe(sentence);
    perform('loop', player, handlers);
    expect(player.loop.value).toEqual({ from: sentence, to: sentence });
    perform('slower', player, handlers);
    expect(handlers.onSpeed).toHaveBeenCalledWith(0.75);
    perform('help', player, handlers);
    expect(handlers.onHelp).toHaveBeenCalledOnce();
  });
});
