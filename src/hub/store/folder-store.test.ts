import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { folderStore } from './folder-store.ts';
import { describeStore } from './store-contract.ts';

let root: string;
afterEach(async () => {
  // Whatever happened, nothing half done is left lying.
  const left = await readdir(path.join(root, 'temporary')).catch(() => []);
  await rm(root, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
});

describeStore('a folder', async () => {
  root = await mkdtemp(path.join(tmpdir(), 'same-page-store-'));
  const folder = path.join(root, 'material');
  await mkdir(folder);
  const open = () => folderStore(path.join(root, 'shelf'), path.join(root, 'temporary'));
  return { store: open(), other: open(), folder };
});
