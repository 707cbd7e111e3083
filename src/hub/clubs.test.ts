import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readClubs } from './clubs.ts';

it('clubs of one’s own that cannot be read are said, and not taken for the starter’s', async () => {
  const data = await mkdtemp(path.join(tmpdir(), 'same-page-clubs-'));
  const starter = fileURLToPath(new URL('../starter', import.meta.url));
  expect((await readClubs(data, starter)).map(({ id }) => id)).toEqual(['silent-world', 'new-sisters']);
  await mkdir(path.join(data, 'clubs.json'));
  await expect(readClubs(data, starter)).rejects.toMatchObject({
    fault: 'clubs-unreadable',
    message: expect.stringContaining(path.join(data, 'clubs.json')),
  });
  await rm(data, { recursive: true });
});
