import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftStoreError, type DraftFault } from '../../../storage/drafts/draft-store-error.ts';
import { RETRY_AFTER_MS, SAVE_AFTER_MS, createAutosave } from './autosave.ts';

beforeEach(() => vi.useFakeTimers({ now: 1000 }));
afterEach(() => vi.useRealTimers());

function disk() {
  const written: string[] = [];
  const conflict = vi.fn<() => void>();
  let text = '';
  let fault: DraftFault | null = null;
  let finish: (() => void) | null = null;
  let isSlow = false;
  const autosave = createAutosave({
    savedMs: 0,
    onConflict: conflict,
    save: async () => {
      const saving = text;
      if (fault !== null) throw new DraftStoreError(fault, 'test');
      if (isSlow) await new Promise<void>((resolve) => (finish = resolve));
      written.push(saving);
      return Date.now();
    },
  });
  return {
    autosave,
    written,
    conflict,
    type(next: string) {
      text = next;
      autosave.touch();
    },
    breakDown: (how: DraftFault | null) => void (fault = how),
    slow: () => void (isSlow = true),
    finish: () => finish?.(),
    state: () => autosave.progress.value.state,
  };
}

describe('saving by itself', () => {
  it('saves within a second of the first change, however fast someone types', async () => {
    const { type, written, state } = disk();
    for (let at = 0; at < 9; at++) {
      type('字'.repeat(at + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(written.at(-1)).toBe('字'.repeat(9));
    expect(state()).toBe('saved');
  });

  it('says saved only of what the transaction held, with its time', async () => {
    const { type, slow, finish, state, autosave, written } = disk();
    slow();
    type('一');
    expect(state()).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    expect(state()).toBe('saving');
    type('一二');
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual(['一']);
    expect(state()).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.progress.value).toEqual({ state: 'saved', atMs: 1000 + 2 * SAVE_AFTER_MS });
  });

  it.each(['full', 'refused'] as const)(
    'keeps what could not be saved (%s), says so until it is, and tries again',
    async (fault) => {
      const { type, breakDown, state, autosave, written } = disk();
      breakDown(fault);
      type('一');
      await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
      expect(autosave.progress.value).toEqual({ state: 'failed', fault });
      type('一二');
      expect(state()).toBe('failed');
      breakDown(null);
      await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
      expect(written).toEqual(['一二']);
      expect(state()).toBe('saved');
    },
  );

  it.each(['full', 'refused'] as const)(
    'tries again by itself what could not be saved (%s), when nobody types any more',
    async (fault) => {
      const { type, breakDown, state, written } = disk();
      breakDown(fault);
      type('一');
      await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS + RETRY_AFTER_MS);
      expect(state()).toBe('failed');
      breakDown(null);
      await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
      expect(written).toEqual(['一']);
      expect(state()).toBe('saved');
    },
  );

  it('does not write over what somebody else wrote', async () => {
    const { type, breakDown, conflict, written } = disk();
    breakDown('conflict');
    type('一');
    await vi.advanceTimersByTimeAsync(10 * RETRY_AFTER_MS);
    expect(conflict).toHaveBeenCalledOnce();
    expect(written).toEqual([]);
  });

  it('saves at once when asked to, also what was changed while it was saving', async () => {
    const { type, autosave, slow, finish, written } = disk();
    slow();
    type('一');
    const first = autosave.flush();
    await vi.advanceTimersByTimeAsync(0);
    type('一二');
    const second = autosave.flush();
    finish();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    finish();
    await second;
    expect(written).toEqual(['一', '一二']);
  });
});
