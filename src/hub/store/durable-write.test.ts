import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { durableWrite } from './durable-write.ts';

let root: string;
let log: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'same-page-durable-'));
  log = `${root}.log`;
  vi.stubEnv('KILL_BELOW', root);
  vi.stubEnv('KILL_LOG', log);
  // Writes down what is done to the disk, and in which order; here it kills nobody.
  await import('../../../tests/hub/kill-at-write.mjs');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
  await rm(log, { force: true });
});

describe('a durable write', () => {
  it('is flushed before it has its name, and the folder after: a power cut finds the old file or the new', async () => {
    const target = path.join(root, 'shelf', 'catalogue.jws');
    await durableWrite(target, path.join(root, 'temporary'), (file) => file.writeFile('a.b.c'));
    const steps = (await readFile(log, 'utf8')).trim().split('\n');
    const kinds = steps.map((step) => step.replace(/temporary\/.*/u, 'aside'));
    expect(kinds).toEqual([
      'create aside',
      'write aside',
      'half aside',
      'sync aside',
      'rename shelf/catalogue.jws',
      'sync-folder shelf',
      'rm aside',
    ]);
  });

  it('makes its folders as lasting as the file', async () => {
    const before = (await readFile(log, 'utf8')).length;
    const target = path.join(root, 'one', 'two', 'three', 'blob.mp4');
    await durableWrite(target, path.join(root, 'temporary'), (file) => file.writeFile('film'));
    await durableWrite(target, path.join(root, 'temporary'), (file) => file.writeFile('film'));
    const steps = (await readFile(log, 'utf8')).slice(before).trim().split('\n');
    // The root's own is not written down. Once: the second time they are there.
    const synced = steps.filter((step) => step.startsWith('sync-folder'));
    expect(synced).toEqual([
      'sync-folder one/two',
      'sync-folder one',
      'sync-folder one/two/three',
      'sync-folder one/two/three',
    ]);
  });

  it('that fails leaves the old file and nothing else', async () => {
    const target = path.join(root, 'shelf', 'opds.json');
    const temporary = path.join(root, 'temporary');
    await durableWrite(target, temporary, (file) => file.writeFile('old'));
    const failing = durableWrite(target, temporary, async (file) => {
      await file.writeFile('ne');
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await readFile(target, 'utf8')).toBe('old');
    expect(await readdir(temporary)).toEqual([]);
  });
});
