import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withWriteLock } from './write-lock.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'same-page-lock-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const lock = () => path.join(data, 'write.lock');

describe('the write lock', () => {
  it('lets one writer in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => withWriteLock(data, work)));
    expect(most).toBe(1);
    expect(existsSync(lock())).toBe(false);
  });

  it('is given up when the work fails', async () => {
    await expect(withWriteLock(data, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock())).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    await writeFile(lock(), JSON.stringify({ pid: 2 ** 22 + 12345, token: 'gone' }));
    await expect(withWriteLock(data, async () => 'done')).resolves.toBe('done');
  });

  it('is taken over when a crash left it empty', async () => {
    await writeFile(lock(), '');
    await expect(withWriteLock(data, async () => 'done')).resolves.toBe('done');
  });

  it('is not taken from a process that is alive: the other is told to wait', async () => {
    await writeFile(lock(), JSON.stringify({ pid: process.ppid, token: 'alive' }));
    await expect(withWriteLock(data, async () => 'done', 250)).rejects.toMatchObject({ fault: 'busy' });
    expect(existsSync(lock())).toBe(true);
  });

  // As in a container, where a killed hub and the next have the same number, and after a power cut.
  it.skipIf(process.platform !== 'linux')(
    'is taken over from a process that is gone though its number is another’s now',
    async () => {
      await withWriteLock(data, async () => {
        const held: unknown = JSON.parse(await readFile(lock(), 'utf8'));
        expect(held).toMatchObject({ pid: process.pid, life: expect.stringMatching(/^\S+ \d+$/u) });
        // Its own, it waits for.
        await expect(withWriteLock(data, async () => 'done', 250)).rejects.toMatchObject({ fault: 'busy' });
      });
      const gone = { pid: process.pid, token: 'gone', life: 'an-earlier-start-of-the-machine 4711' };
      await writeFile(lock(), JSON.stringify(gone));
      await expect(withWriteLock(data, async () => 'done', 250)).resolves.toBe('done');
    },
  );
});
