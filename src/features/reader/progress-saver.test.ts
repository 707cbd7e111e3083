import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentenceId } from '../../pieces/reading/fixture.ts';
import { createProgressSaver } from './progress-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const place = (index: number) => ({
  sentence: sentenceId(`s${index + 1}`),
  index,
  total: 9,
  timeSeconds: 0,
  finished: false,
});

describe('saving the place', () => {
  it('writes the last of many places, not each of them', () => {
    const save = vi.fn<Parameters<typeof createProgressSaver>[0]>();
    const saver = createProgressSaver(save, () => undefined);
    for (let index = 0; index < 5; index += 1) saver.note(place(index));
    vi.advanceTimersByTime(2000);
    expect(save.mock.calls).toEqual([[place(4)]]);
  });

  it('writes at once when asked to, and only once', () => {
    const save = vi.fn<Parameters<typeof createProgressSaver>[0]>();
    const saver = createProgressSaver(save, () => undefined);
    saver.note(place(3));
    saver.flush();
    vi.advanceTimersByTime(5000);
    expect(save.mock.calls).toEqual([[place(3)]]);
  });

  it('begins no writing while the window is being left: puts the place down, and writes in its time if it stays', () => {
    const save = vi.fn<Parameters<typeof createProgressSaver>[0]>();
    const putDown = vi.fn<Parameters<typeof createProgressSaver>[1]>();
    const saver = createProgressSaver(save, putDown);
    saver.note(place(3));
    saver.leave();
    expect(putDown.mock.calls).toEqual([[place(3)]]);
    expect(save).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(save.mock.calls).toEqual([[place(3)]]);
  });
});
