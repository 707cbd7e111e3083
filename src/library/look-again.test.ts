import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookAgain } from './look-again.ts';

const MINUTE = 60_000;
let tablet: EventTarget & { visibilityState: string };
let network: { onLine: boolean };
let events: EventTarget;
const ask = vi.fn<() => Promise<unknown>>(async () => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockClear();
  tablet = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  network = { onLine: true };
  events = new EventTarget();
  vi.stubGlobal('document', tablet);
  vi.stubGlobal('navigator', network);
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function turn(visibilityState: 'visible' | 'hidden'): void {
  tablet.visibilityState = visibilityState;
  tablet.dispatchEvent(new Event('visibilitychange'));
}
const pass = (minutes: number): Promise<unknown> => vi.advanceTimersByTimeAsync(minutes * MINUTE);
const asked = (): number => ask.mock.calls.length;

describe('a tablet that lies open', () => {
  it('asks now and then, by chance a little later than others, and goes on after a failure', async () => {
    ask.mockRejectedValueOnce(new Error('offline'));
    lookAgain(ask, { chance: () => 0.5 });
    expect(asked()).toBe(0);
    await pass(34);
    expect(asked()).toBe(0);
    await pass(1);
    expect(asked()).toBe(1);
    await pass(35);
    expect(asked()).toBe(2);
  });

  it('asks when it is taken up again, and no oftener than every ten minutes', async () => {
    lookAgain(ask);
    turn('hidden');
    await pass(9);
    turn('visible');
    expect(asked()).toBe(0);
    turn('hidden');
    await pass(2);
    turn('visible');
    turn('hidden');
    turn('visible');
    expect(asked()).toBe(1);
  });

  it('does nothing at all while it lies dark', async () => {
    lookAgain(ask);
    turn('hidden');
    expect(vi.getTimerCount()).toBe(0);
    await pass(24 * 60);
    expect(asked()).toBe(0);
  });

  it('does not ask without a network, and does when it comes back', async () => {
    lookAgain(ask, { chance: () => 0 });
    network.onLine = false;
    await pass(31);
    expect(asked()).toBe(0);
    network.onLine = true;
    events.dispatchEvent(new Event('online'));
    expect(asked()).toBe(1);
  });

  it('is not kept quiet by a clock that was set back', async () => {
    let now = 1_000_000_000_000;
    lookAgain(ask, { nowMs: () => now });
    now -= 86_400_000;
    turn('visible');
    expect(asked()).toBe(1);
  });
});
