import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf } from '../open-shelf.ts';
import { writeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

let workshop: Workshop;
let log: string;
beforeAll(async () => {
  workshop = await openWorkshop();
  log = path.join(workshop.root, 'steps.log');
  vi.stubEnv('KILL_BELOW', path.join(workshop.root, 'disk'));
  vi.stubEnv('KILL_LOG', log);
  // Writes down what is done to the disk, and in which order; here it kills nobody.
  await import('../../../tests/hub/kill-at-write.mjs');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await workshop.clear();
});

it.each([
  ['where there was no data folder', 'new/place/data', false],
  ['into an empty one', 'empty/data', true],
])(
  'a restored hub is on the disk with every file and folder before it has its name, %s',
  async (_, name, isThere) => {
    const { config, root } = workshop;
    await mkdir(path.join(config.data, 'drafts', name), { recursive: true });
    await writeFile(path.join(config.data, 'drafts', name, 'month.json'), '{}');
    const shelf = await openShelf(config);
    const file = path.join(root, `${path.dirname(name).replace('/', '-')}.tar`);
    await writeBackup({ data: config.data, target: file, shelf, safe: null, now: new Date() });
    const data = path.join(root, 'disk', name);
    if (isThere) await mkdir(data, { recursive: true });
    await writeFile(log, '');
    await restoreBackup({ file, config: { ...config, data }, passphrase: async () => null, now: new Date() });

    const steps = (await readFile(log, 'utf8')).trim().split('\n');
    const named = steps.indexOf(`rename ${name}`);
    expect(named).toBeGreaterThan(0);
    const before = new Set(steps.slice(0, named));
    const entries = await readdir(data, { recursive: true, withFileTypes: true });
    expect(entries.length).toBeGreaterThan(4);
    for (const entry of entries) {
      const place = path.join(
        `${name}.restoring`,
        path.relative(data, path.join(entry.parentPath, entry.name)),
      );
      expect(before).toContain(`${entry.isDirectory() ? 'sync-folder' : 'sync'} ${place}`);
    }
    expect(before).toContain(`sync-folder ${name}.restoring`);
    expect(steps.slice(named)).toContain(`sync-folder ${path.dirname(name)}`);
    const [outermost = ''] = name.split('/');
    expect(before.has(`sync-folder ${outermost}`)).toBe(!isThere);
  },
);
