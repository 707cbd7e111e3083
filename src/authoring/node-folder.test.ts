import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPath } from './folder-path.ts';
import { openNodeFolder } from './node-folder.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'same-page-folder-'));
  await mkdir(join(root, 'issue/media'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(root, 'issue/issue.json'), '\uFEFF{}');
  await writeFile(join(root, 'issue/media/a.bin'), new Uint8Array([0xff, 1]));
  await symlink(join(root, 'secret.txt'), join(root, 'issue/link.txt'));
});
afterAll(() => rm(root, { recursive: true }));

describe('a folder on disk', () => {
  it('lists its files and reads them', async () => {
    const folder = openNodeFolder(join(root, 'issue'));
    expect(await folder.list()).toEqual(['issue.json', 'media/a.bin']);
    expect(await folder.readText('issue.json')).toBe('{}');
    expect([...(await folder.readBytes('media/a.bin'))]).toEqual([0xff, 1]);
    await expect(folder.readText('media/a.bin')).rejects.toThrow(TypeError);
    expect(await folder.exists('media/a.bin')).toBe(true);
    expect(await folder.exists('media')).toBe(false);
  });

  it.each(['../secret.txt', 'media/../../secret.txt', '/etc/hostname', 'link.txt', ''])(
    'never reads outside itself: %j',
    async (path) => {
      const folder = openNodeFolder(join(root, 'issue'));
      expect(await folder.exists(path)).toBe(false);
      await expect(folder.readBytes(path)).rejects.toThrow(/issue folder|no such file/u);
    },
  );

  it('takes no path that another system could read otherwise', () => {
    for (const good of ['a.md', 'media/图 1.webp', '.hidden']) expect(checkPath(good)).toBe(true);
    for (const bad of ['a\\b', 'C:/a', 'a//b', './a', 'a/', 'a\u0000', 'https://a/b', ''])
      expect(checkPath(bad)).toBe(false);
  });
});
