// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captionActionOf } from './caption-keys.ts';
import { clockText, parseClock } from './clock.ts';
import { speakersIn, withSound, withSpeaker } from './speakers.ts';

describe('times as people write them', () => {
  it('are read back as they are shown', () => {
    for (const seconds of [0, 1.5, 59.99, 62.05, 3600, 3723.4])
      expect(parseClock(clockText(seconds))).toBe(seconds);
    expect(clockText(62.5)).toBe('1:02.50');
  });
  it('are taken from a Chinese input method too, and nonsense is not', () => {
    expect(parseClock('１：０２。５')).toBe(62.5);
    expect(parseClock('9')).toBe(9);
    expect(['', '1:75', 'abc', '1:2:3:4', '-3'].map(parseClock)).toEqual([null, null, null, null, null]);
  });
});

describe('sounds and speakers', () => {
  it('a sound stands on a line of its own in ［ ］, once', () => {
    expect(withSound('谁呀？', '门铃响')).toBe('［门铃响］\n谁呀？');
    expect(withSound(withSound('', ' [掌声] '), '掌声')).toBe('［掌声］');
    expect(withSound('好', ' ［］ ')).toBe('好');
  });
  it('a speaker stands before the words, not before the sound, and takes another’s place', () => {
    expect(withSpeaker('［门铃响］\n谁呀？', '妈妈')).toBe('［门铃响］\n妈妈：谁呀？');
    expect(withSpeaker('爸爸：谁呀？', '妈妈：')).toBe('妈妈：谁呀？');
    expect(speakersIn(['妈妈：好', '爸爸：好', '妈妈：走吧', '12:30'])).toEqual(['妈妈', '爸爸']);
  });
});

describe('keys', () => {
  const press = (target: Element, init: KeyboardEventInit) => {
    document.body.append(target);
    let action: ReturnType<typeof captionActionOf> = null;
    const listen = (event: KeyboardEvent) => (action = captionActionOf(event, true));
    document.addEventListener('keydown', listen);
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }));
    document.removeEventListener('keydown', listen);
    return action;
  };
  it('of one letter act on the page, never in a field or while a character is composed', () => {
    expect(press(document.createElement('div'), { key: 'I' })).toBe('in');
    expect(press(document.createElement('textarea'), { key: 'i' })).toBeNull();
    expect(press(document.createElement('div'), { key: 'i', isComposing: true })).toBeNull();
    expect(press(document.createElement('button'), { key: ' ' })).toBeNull();
  });
  it('held with Ctrl act in fields too, and those of one letter can be switched off', () => {
    expect(press(document.createElement('textarea'), { key: 'ArrowDown', ctrlKey: true })).toBe('out');
    expect(captionActionOf(new KeyboardEvent('keydown', { key: 'i' }), false)).toBeNull();
    expect(captionActionOf(new KeyboardEvent('keydown', { key: 'c', ctrlKey: true }), true)).toBeNull();
  });
});
