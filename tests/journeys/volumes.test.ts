/**
 * A pack of several files, as a stick needs them for years of months: saved by the browser's own downloads, and picked again
 * from the disk, all at once or one after the other.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Download, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { waitFor } from '../support/wait-for.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };
const ISSUES = ['2026-09-silent-world', '2026-10-silent-world'];
const TITLES = ['一碗阳春面', '外白渡桥'];
/** Less than one of the two months has, more than its film. */
const VOLUME_BYTES = 850_000;

let folder = '';
let volumes: readonly string[] = [];

async function tablet({ isShelfAway }: { readonly isShelfAway: boolean }): Promise<Page> {
  const { page, context } = await club.tablet({ settings, serviceWorkers: 'allow' });
  if (isShelfAway) await context.route('**/shelf/blobs/**', (route) => route.abort());
  await page.goto(club.url('/storage'));
  await page.getByRole('button', { name: '选一个离线包' }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return page;
}

/** The product's export, as one script: the page's policy lets nothing else in. */
async function exportScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: {
        entry: new URL('../support/export-volumes.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'exporting',
      },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built');
  return chunk.code;
}

/** Where the browser asks for no folder, as on most tablets, unless `ask` stands in for its question. */
async function saveVolumes(page: Page, ask = 'undefined'): Promise<readonly string[]> {
  const wanted = JSON.stringify({ label: 'club', issues: ISSUES, volumeBytes: VOLUME_BYTES });
  return page.evaluate(`${script}; window.showDirectoryPicker = ${ask}; exporting.saveVolumes(${wanted})`);
}

let script = '';
let first: Page;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-volumes-'));
  script = await exportScript();
  first = await tablet({ isShelfAway: false });
  await first.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
  const downloads: Download[] = [];
  first.on('download', (download) => downloads.push(download));
  const names = await saveVolumes(first);
  await waitFor('every volume to be saved', () => downloads.length === names.length);
  volumes = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      await downloads.find((download) => download.suggestedFilename() === name)?.saveAs(file);
      return file;
    }),
  );
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of files in the page's own folder. */
async function hashesIn(names: readonly string[]): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  return Promise.all(
    names.map(async (name) => {
      const file = await (await root.getFileHandle(name)).getFile();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }),
  );
}

const put = (page: Page, files: readonly string[]): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles([...files]);

async function expectStored(page: Page): Promise<void> {
  for (const title of TITLES) {
    const line = page.getByRole('listitem').filter({ hasText: title }).first();
    await line.getByText('已经存好').waitFor({ timeout: 30_000 });
  }
}

it('the browser saves them under names in order, none larger than it may be', async () => {
  expect(volumes.length).toBeGreaterThan(2);
  expect(volumes.map((file) => path.basename(file))).toEqual(
    volumes.map((_, at) => `same-page-club-${at + 1}.samepage.zip`),
  );
  const sizes = await Promise.all(volumes.map(async (file) => (await stat(file)).size));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(VOLUME_BYTES);
});

it('in a folder that a person names they are the same files', async () => {
  // The question itself is the browser's; the folder is a real one of the tablet's own disk.
  const names = await saveVolumes(first, '() => navigator.storage.getDirectory()');
  const hashes = await first.evaluate(hashesIn, names);
  const saved = await Promise.all(volumes.map(async (file) => sha256(await readFile(file))));
  expect(hashes).toEqual(saved);
});

it('all volumes put in at once make every month whole', async () => {
  const page = await tablet({ isShelfAway: true });
  await put(page, volumes.toReversed());
  await page.getByText(`放好了：${TITLES.toReversed().join('、')}`).waitFor({ timeout: 30_000 });
  await expectStored(page);
  expect(await page.getByText(/^离线包里不全/u).count()).toBe(0);
});

it('one after the other, the last one first, it is said what still lacks until nothing does', async () => {
  const page = await tablet({ isShelfAway: true });
  for (const volume of volumes.toReversed().slice(0, -1)) {
    await put(page, [volume]);
    await page.getByText(/^(?:离线包里不全|放好了)：/u).waitFor({ timeout: 30_000 });
  }
  await put(page, volumes.slice(0, 1));
  await expectStored(page);
  await page.getByRole('button', { name: '全部检查一遍' }).click();
  await page.getByText(/^都是好的/u).waitFor({ timeout: 30_000 });
  expect(await page.getByText(/^离线包里不全/u).count()).toBe(0);
});

it('a missing volume is said in one sentence, and a file that is not one by its name', async () => {
  const page = await tablet({ isShelfAway: true });
  await put(page, volumes.slice(0, -1));
  await page.getByText('离线包里不全：外白渡桥。请把其余的离线包也放进来；连上网也会接着存。').waitFor({
    timeout: 30_000,
  });
  expect(await page.getByText('放好了：一碗阳春面').count()).toBe(1);
  const note = path.join(folder, 'readme.samepage.zip');
  await writeFile(note, 'not a pack');
  await put(page, [...volumes.slice(-1), note]);
  await page.getByText('文件：readme.samepage.zip').waitFor({ timeout: 30_000 });
  await put(page, volumes.slice(-1));
  await expectStored(page);
});
