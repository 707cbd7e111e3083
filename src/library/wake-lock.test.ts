// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, expect, it } from 'vitest';
import { keepAwakeWhile } from './wake-lock.ts';

let held = 0;
let locks: { release(): Promise<void> }[] = [];
beforeEach(() => {
  held = 0;
  locks = [];
  const request = async () => {
    held++;
    const lock = new EventTarget();
    const release = async () => {
      held--;
      lock.dispatchEvent(new Event('release'));
    };
    const taken = Object.assign(lock, { release });
    locks.push(taken);
    return taken;
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
});

it('the screen stays on while something moves, and not longer', async () => {
  const isMoving = signal(false);
  keepAwakeWhile(isMoving);
  expect(held).toBe(0);
  isMoving.value = true;
  await expect.poll(() => held).toBe(1);
  isMoving.value = false;
  await expect.poll(() => held).toBe(0);
});

it('is let go also when it was over before the browser answered', async () => {
  const isMoving = signal(true);
  keepAwakeWhile(isMoving);
  isMoving.value = false;
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(held).toBe(0);
});

it('is taken again when the page comes back into sight', async () => {
  keepAwakeWhile(signal(true));
  await expect.poll(() => held).toBe(1);
  // The browser takes it back while another app is in front.
  await locks[0]?.release();
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => locks.length).toBe(2);
});
