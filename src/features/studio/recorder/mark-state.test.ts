import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../authoring/draft/model.ts';
import { SentenceIdSchema } from '../../../core/reading/model.ts';
import { nextTap, tapAt, untap } from './mark-state.ts';
import { meansNext } from './record-keys.ts';

const id = (n: number) => v.parse(SentenceIdSchema, `s${n}`);
const order = [0, 1, 2].map(id);
const tapped = (...times: number[]) =>
  times.reduce<readonly Mark[]>((marks, at) => tapAt(order, marks, at), []);

describe('marking a film as it plays', () => {
  it('a tap is where the next sentence begins; one more ends the last', () => {
    expect(tapped(1, 4, 9, 13)).toEqual([
      { sentence: id(0), start: 1 },
      { sentence: id(1), start: 4 },
      { sentence: id(2), start: 9, end: 13 },
    ]);
    expect(nextTap(order, tapped(1, 4, 9, 13))).toEqual({ kind: 'none' });
    expect(tapped(1, 4, 9, 13, 15)).toEqual(tapped(1, 4, 9, 13));
  });

  it('a finger that taps twice skips nothing', () => {
    expect(tapped(1, 1.1)).toHaveLength(1);
  });

  it('退回一句 takes the last tap back and plays the sentence before again', () => {
    expect(untap(order, tapped(1, 4, 9))).toEqual({ marks: tapped(1, 4), seconds: 4 });
    expect(untap(order, [])).toBeNull();
  });
});

describe('keys that mean 下一句', () => {
  const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
    ({
      key: name,
      repeat: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      target: null,
      ...more,
    }) as KeyboardEvent;
  it('keyboards and presenters’ remotes; a held key counts once', () => {
    for (const name of [' ', 'Enter', 'PageDown', 'ArrowRight', 'ArrowDown'])
      expect(meansNext(key(name), null)).toBe(true);
    expect(meansNext(key(' ', { repeat: true }), null)).toBe(false);
    expect(meansNext(key('a'), null)).toBe(false);
    expect(meansNext(key('ArrowRight', { altKey: true }), null)).toBe(false);
  });
});
