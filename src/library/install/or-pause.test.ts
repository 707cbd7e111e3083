import { describe, expect, it, vi } from 'vitest';
import { orPause } from './or-pause.ts';

const never = new Promise<void>(() => undefined);

async function* lettersThen(last: () => Promise<void>): AsyncGenerator<string, void> {
  yield 'a';
  await last();
  yield 'b';
}

describe('items, and where one has not come yet', () => {
  it('says once that nothing has come, and then hands on what does', async () => {
    let come: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => (come = resolve));
    const seen: (string | null)[] = [];
    for await (const letter of orPause(
      lettersThen(() => silence),
      () => 5,
      () => undefined,
    )) {
      seen.push(letter);
      if (letter === null) come();
    }
    expect(seen).toEqual(['a', null, 'b']);
  });

  it('waits as long as it takes where nobody is impatient', async () => {
    const seen: (string | null)[] = [];
    const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
    for await (const letter of orPause(
      lettersThen(soon),
      () => null,
      () => undefined,
    ))
      seen.push(letter);
    expect(seen).toEqual(['a', 'b']);
  });

  it('fails as what it waits for fails', async () => {
    const all = async (): Promise<void> => {
      for await (const letter of orPause(
        lettersThen(() => Promise.reject(new Error('cut'))),
        () => 1000,
        () => undefined,
      ))
        expect(letter).toBe('a');
    };
    await expect(all()).rejects.toThrow('cut');
  });

  it('waits for nobody when its receiver leaves in a pause', async () => {
    let letGo: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => (letGo = resolve));
    const stop = vi.fn<() => void>(() => letGo());
    for await (const letter of orPause(
      lettersThen(() => Promise.race([silence, never])),
      () => 0,
      stop,
    ))
      if (letter === null) break;
    expect(stop).toHaveBeenCalledOnce();
  });

  it('does not stop what came to its end', async () => {
    const stop = vi.fn<() => void>();
    for await (const letter of orPause(
      lettersThen(() => Promise.resolve()),
      () => null,
      stop,
    ))
      expect(letter).not.toBeNull();
    expect(stop).not.toHaveBeenCalled();
  });
});
