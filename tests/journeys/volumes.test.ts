/** A pack of several files, as a stick needs them for years of months: all put in at once, or one after the other. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

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

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-volumes-'));
  const page = await tablet({ isShelfAway: false });
  await page.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
  const script = await exportScript();
  const files: readonly string[] = await page.evaluate(
    `${script}; exporting.exportVolumes(${JSON.stringify(ISSUES)}, ${VOLUME_BYTES})`,
  );
  volumes = await Promise.all(
    files.map(async (content, at) => {
      const file = path.join(folder, `club-${at + 1}.samepage.zip`);
      await writeFile(file, Buffer.from(content, 'base64'));
      return file;
    }),
  );
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = (page: Page, files: readonly string[]): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles([...files]);

async function expectStored(page: Page): Promise<void> {
  for (const title of TITLES) {
    const line = page.getByRole('listitem').filter({ hasText: title }).first();
    await line.getByText('已经存好').waitFor({ timeout: 30_000 });
  }
}

it('all volumes put in at once make every month whole', async () => {
  expect(volumes.length).toBeGreaterThan(2);
  const page = await tablet({ isShelfAway: true });
  await put(page, volumes.toReversed());
  await page.getByText(`放好了：${TITLES.toReversed().join('、')}`).waitFor({ timeout: 30_000 });
  await expectStored(page);
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
