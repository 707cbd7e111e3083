import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { brotliCache } from './brotli.ts';
import { fileResponse } from './file-response.ts';

let folder: string;
let catalogue: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-file-'));
  catalogue = path.join(folder, 'catalogue.jws');
  await writeFile(catalogue, 'old.'.repeat(100));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ask = (headers: Record<string, string> = {}) =>
  fileResponse(
    new Request('http://localhost/shelf/catalogue.jws', { headers }),
    { path: catalogue, cacheControl: 'no-cache', brotliQuality: 1 },
    brotliCache(),
  );

it.each([
  ['whole', {}, 400],
  ['in part', { range: 'bytes=40-79' }, 40],
])('a catalogue that is switched while it is sent arrives as one of the two, %s', async (_, asked, bytes) => {
  const response = await ask(asked);
  await writeFile(`${catalogue}.new`, 'the new one.'.repeat(90));
  await rename(`${catalogue}.new`, catalogue);
  expect(response?.headers.get('content-length')).toBe(String(bytes));
  expect(await response?.text()).toBe('old.'.repeat(bytes / 4));
  expect(await (await ask())?.text()).toBe('the new one.'.repeat(90));
});

it('one that is taken away is not there', async () => {
  await rm(catalogue);
  expect(await ask()).toBeNull();
});
