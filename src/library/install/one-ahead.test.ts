import { describe, expect, it, vi } from 'vitest';
import { oneAhead } from './one-ahead.ts';

async function* lettersThen(last: () => Promise<void>): AsyncGenerator<string, void> {
  yield 'a';
  yield 'b';
  await last();
}

describe('one item ahead', () => {
  it('has the next one on its way while this one is worked on', async () => {
    const asked: string[] = [];
    async function* letters(): AsyncGenerator<string, void> {
      for (const letter of ['a', 'b', 'c']) {
        asked.push(letter);
        yield letter;
      }
    }
    const seen: string[] = [];
    for await (const letter of oneAhead(letters(), () => undefined))
      seen.push(`${letter} of ${asked.join('')}`);
    expect(seen).toEqual(['a of ab', 'b of abc', 'c of abc']);
  });

  it('hands on what has arrived before it says that nothing more will', async () => {
    const seen: string[] = [];
    const all = async (): Promise<void> => {
      for await (const letter of oneAhead(
        lettersThen(() => Promise.reject(new Error('cut'))),
        () => undefined,
      ))
        seen.push(letter);
    };
    await expect(all()).rejects.toThrow('cut');
    expect(seen).toEqual(['a', 'b']);
  });

  it('waits for nobody when its receiver leaves', async () => {
    let letGo: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => (letGo = resolve));
    const stop = vi.fn<() => void>(() => letGo());
    for await (const letter of oneAhead(
      lettersThen(() => silence),
      stop,
    ))
      if (letter === 'b') break;
    expect(stop).toHaveBeenCalledOnce();
  });

  it('does not stop what came to its end', async () => {
    const stop = vi.fn<() => void>();
    for await (const letter of oneAhead(
      lettersThen(() => Promise.resolve()),
      stop,
    ))
      expect(letter).not.toBe('');
    expect(stop).not.toHaveBeenCalled();
  });
});
