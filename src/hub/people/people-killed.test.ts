import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { disk } from '../store/killed-disk-fixture.ts';
import { openPeopleHub, signedIn, type PeopleHub } from './fixture.ts';
import { openPeopleStore } from './people-store.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../store/killed-disk-fixture.ts')).killableDisk(original),
);

let hub: PeopleHub;
beforeEach(async () => {
  hub = await openPeopleHub();
  await signedIn(hub, 'keeper');
});
afterEach(async () => {
  disk.steps = Infinity;
  await hub.clear();
});

describe('a hub killed while it writes its people', () => {
  it('finds the old people or the new ones, whole, whichever step it died at, and goes on', async () => {
    const folder = path.join(hub.data, 'people');
    let died = true;
    let steps = 0;
    for (; died; steps += 1) {
      const name = `after ${steps}`;
      const before = (await openPeopleStore(folder).people.read()).people[0]?.name;
      disk.steps = steps;
      died = await openPeopleStore(folder)
        .people.update((file) => ({
          ...file,
          people: file.people.map((person) => ({ ...person, name })),
        }))
        .then(
          () => false,
          () => true,
        );
      disk.steps = Infinity;
      await forgetProcess(folder);
      const found = await openPeopleStore(folder).people.read();
      expect([before, name]).toContain(found.people[0]?.name);
      // The next process writes again.
      await openPeopleStore(folder).people.update((file) => ({ ...file, invitations: [] }));
    }
    expect(steps).toBeGreaterThan(6);
  });

  it('takes nothing damaged for empty: nobody becomes the first keeper by breaking a file', async () => {
    const file = path.join(hub.data, 'people', 'people.json');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 40));
    await expect(hub.people.store.people.read()).rejects.toMatchObject({ fault: 'people-unreadable' });
    await expect(hub.people.store.people.update((people) => people)).rejects.toThrow(/备份/u);
  });

  it('keeps its files to itself', async () => {
    const { mode } = await stat(path.join(hub.data, 'people', 'people.json'));
    expect(mode & 0o077).toBe(0);
  });
});

/** The lock names this process, which lives on here; a killed one's does not. */
async function forgetProcess(folder: string): Promise<void> {
  const lock = path.join(folder, 'write.lock');
  const holder = await readFile(lock, 'utf8').catch(() => null);
  if (holder !== null) await writeFile(lock, JSON.stringify({ pid: 2 ** 22 + 12345, token: 'gone' }));
  await rm(path.join(folder, 'temporary'), { recursive: true, force: true });
}
