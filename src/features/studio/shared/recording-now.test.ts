import { describe, expect, it } from 'vitest';
import { aroundRecording, beginRecording } from './recording-now.ts';

interface Waiting {
  readonly isShared: boolean;
  readonly work: (lock: Lock | null) => unknown;
}

/** One lock, as browsers give it: shared by many or held by one, first come first served. */
function oneLock() {
  const queue: Waiting[] = [];
  const held = new Set<Waiting>();
  const isFreeFor = ({ isShared }: Waiting): boolean =>
    held.size === 0 || (isShared && [...held].every((other) => other.isShared));

  async function run(one: Waiting): Promise<unknown> {
    held.add(one);
    try {
      return await one.work({ name: '', mode: one.isShared ? 'shared' : 'exclusive' });
    } finally {
      held.delete(one);
      const next = queue[0];
      if (next && isFreeFor(next)) void run(queue.shift() ?? next);
    }
  }
  const request = async (_name: string, ...given: readonly unknown[]): Promise<unknown> => {
    const options = given.length === 2 ? Object(given[0]) : {};
    const callback: unknown = given.at(-1);
    if (typeof callback !== 'function') throw new TypeError('no callback');
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        isShared: options.mode === 'shared',
        work: async (lock) => {
          try {
            resolve(await callback(lock));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      };
      if (isFreeFor(one)) void run(one);
      else if (options.ifAvailable === true) void one.work(null);
      else queue.push(one);
    });
  };
  return { request } as Pick<LockManager, 'request'>;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a recording', () => {
  it('is waited for by whoever sends files, until the last one is over', async () => {
    const locks = oneLock();
    const said: string[] = [];
    const endFirst = beginRecording(() => said.push('begun'), locks);
    const endOther = beginRecording(() => said.push('other begun'), locks);
    await settled();
    void aroundRecording(
      () => said.push('held'),
      () => said.push('go'),
      locks,
    );
    await settled();
    endFirst();
    await settled();
    expect(said).toEqual(['begun', 'other begun', 'held']);
    endOther();
    endOther();
    await settled();
    expect(said.at(-1)).toBe('go');
  });

  it('that is not going on holds nothing up', async () => {
    const said: string[] = [];
    await aroundRecording(
      () => said.push('held'),
      () => said.push('go'),
      oneLock(),
    );
    expect(said).toEqual([]);
  });
});
