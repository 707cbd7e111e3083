import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { releaseRecords } from './release-records.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'same-page-records-'));
});
afterEach(() => rm(data, { recursive: true, force: true }));

const list = () =>
  releaseRecords(path.join(data, 'months'), path.join(data, 'temporary')).list(() => undefined);

it('nothing is planned where nothing ever was', async () => {
  await expect(list()).resolves.toEqual([]);
});

it('a disk that fails is not taken for one without plans: what they have approved would be thrown away', async () => {
  await writeFile(path.join(data, 'months'), 'no folder any more');
  await expect(list()).rejects.toMatchObject({ code: 'ENOTDIR' });
});
