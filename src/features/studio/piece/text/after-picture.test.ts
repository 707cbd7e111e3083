// @vitest-environment happy-dom
import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAfterPicture, type AfterPicture } from './after-picture.ts';

const text = signal('');
let later: AfterPicture<string>;
let drawn: string[];
let forget: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  text.value = '他';
  later = createAfterPicture(text);
  drawn = [];
  forget = effect(() => void drawn.push(later.read()));
});
afterEach(() => {
  forget();
  later.close();
  vi.useRealTimers();
});

it('draws at once what nobody lets wait', () => {
  text.value = '他走';
  expect(drawn).toEqual(['他', '他走']);
});

it('draws what waits after the next picture, all of it in one', () => {
  later.wait();
  text.value = '他走';
  text.value = '他走了';
  expect(drawn).toEqual(['他']);
  vi.advanceTimersToNextFrame();
  expect(drawn).toEqual(['他']);
  vi.advanceTimersByTime(1);
  expect(drawn).toEqual(['他', '他走了']);
});

it('does not wait for pictures of a page nobody sees', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  later.wait();
  text.value = '他走';
  vi.advanceTimersByTime(200);
  expect(drawn).toEqual(['他', '他走']);
  vi.unstubAllGlobals();
});

it('draws at once when asked, and then waits for nothing', () => {
  later.wait();
  text.value = '他走';
  later.settle();
  expect(drawn).toEqual(['他', '他走']);
  text.value = '他走了';
  expect(drawn.at(-1)).toBe('他走了');
});

it('shows what is so now to whoever draws meanwhile', () => {
  later.wait();
  text.value = '他走';
  expect(later.read()).toBe('他走');
});
