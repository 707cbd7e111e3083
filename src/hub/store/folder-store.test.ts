import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect } from 'vitest';
import { folderStore } from './folder-store.ts';
import { describeStore } from './store-contract.ts';

let root: string;
afterEach(async () => {
  // Whatever happened, nothing half done is left lying.
  expect(await readdir(path.join(root, 'temporary')).catch(() => [])).toEqual([]);
  await rm(root, { recursive: true, force: true });
});

describeStore('a folder', async () => {
  root = await mkdtemp(path.join(tmpdir(), 'same-page-store-'));
  const folder = path.join(root, 'material');
  await mkdir(folder);
  const open = () => folderStore(path.join(root, 'shelf'), path.join(root, 'temporary'));
  return { store: open(), other: open(), folder };
});
