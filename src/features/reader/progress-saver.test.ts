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
    const saver = createProgressSaver(save);
    for (let index = 0; index < 5; index += 1) saver.note(place(index));
    vi.advanceTimersByTime(2000);
    expect(save.mock.calls).toEqual([[place(4)]]);
  });

  it('writes at once when the page is left, and only once', () => {
    const save = vi.fn<Parameters<typeof createProgressSaver>[0]>();
    const saver = createProgressSaver(save);
    saver.note(place(3));
    saver.flush();
    vi.advanceTimersByTime(5000);
    expect(save.mock.calls).toEqual([[place(3)]]);
  });
});
