import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eraseMedia } from './erase-media.ts';
import { endsBeforeErasing } from './media-writers.ts';

let events: string[] = [];
beforeEach(() => (events = []));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const nothing = (): void => undefined;

/** Web Locks of one name: whoever comes later waits, whatever the mode. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_name: string, ...rest: readonly unknown[]) {
      const work = rest.at(-1);
      if (typeof work !== 'function') throw new TypeError('Nothing to do');
      const mine = last.then(() => Reflect.apply(work, null, []));
      last = mine.catch(nothing);
      return mine;
    },
  };
}

/** A file system in which somebody goes on writing as long as `isWritten` says so. */
function whileWritten(isWritten: () => boolean): void {
  const removeEntry = async (name: string) => {
    if (isWritten()) throw new DOMException('locked', 'NoModificationAllowedError');
    events.push(`removed ${name}`);
  };
  vi.stubGlobal('navigator', { locks: locks(), storage: { getDirectory: async () => ({ removeEntry }) } });
}

/** One who writes until told to end, in a window of its own or in this. */
function writer(name: string, ends: typeof endsBeforeErasing): () => boolean {
  let isWriting = true;
  ends({
    end() {
      if (isWriting) events.push(`${name} ends`);
      isWriting = false;
    },
    begin() {
      isWriting = true;
      events.push(`${name} begins`);
    },
  });
  return () => isWriting;
}

it('ends what this page writes, and waits until the file is let go', async () => {
  let asked = 0;
  const isWriting = writer('this window', endsBeforeErasing);
  whileWritten(() => isWriting() || asked++ < 2);
  await eraseMedia(['media'], () => events.push('forgotten'));
  expect(events).toEqual(['this window ends', 'removed media', 'forgotten']);
  expect(asked).toBe(3);
});

it('ends what another window writes; that begins again when all is gone', async () => {
  vi.resetModules();
  const other = await import('./media-writers.ts');
  const isWriting = writer('other window', other.endsBeforeErasing);
  whileWritten(isWriting);
  await eraseMedia(['media'], () => events.push('forgotten'));
  await vi.waitFor(() => expect(events.at(-1)).toBe('other window begins'));
  const seen = events.filter((event) => !event.startsWith('this window'));
  expect(seen).toEqual(['other window ends', 'removed media', 'forgotten', 'other window begins']);
});

it('is busy when a window does not hear it, and then this page goes on as before', async () => {
  vi.useFakeTimers();
  writer('late window', endsBeforeErasing);
  whileWritten(() => true);
  const refusal = eraseMedia(['media'], () => events.push('forgotten')).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await refusal).toMatchObject({ fault: 'busy' });
  expect(events.filter((event) => !/^(?:this|other)/u.test(event))).toEqual([
    'late window ends',
    'forgotten',
    'late window begins',
  ]);
});
