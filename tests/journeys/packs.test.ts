/**
 * Months carried from tablet to tablet without a network: made into a pack on one, put in on another by the button, by
 * dragging, or shared to the app; and a check of everything that finds the one wrong byte and mends it from the pack.
 */
import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };
/** The smallest month of the starter. */
const TITLE = '一碗阳春面';

/** A tablet that has the app and, with `blobs` away, none of the shelf's files. */
async function tablet({ isShelfAway }: { readonly isShelfAway: boolean }) {
  const made = await club.tablet({ settings, serviceWorkers: 'allow' });
  if (isShelfAway) await made.context.route('**/shelf/blobs/**', (route) => route.abort());
  await openRoom(made.page);
  await made.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return made;
}

async function openRoom(page: Page): Promise<void> {
  await page.goto(club.url('/storage'));
  await page.getByRole('button', { name: '选一个离线包' }).waitFor();
}

const row = (page: Page, title = TITLE) => page.getByRole('listitem').filter({ hasText: title }).first();

/** What the storage room says of the month. */
async function stateOf(page: Page): Promise<string> {
  const line = row(page).getByText('已经存好');
  await line.waitFor({ timeout: 60_000 });
  return line.innerText();
}

/** As the product makes it where no place can be named: into the downloads. */
async function exportOne(page: Page): Promise<string> {
  await page.evaluate(() => Object.defineProperty(window, 'showSaveFilePicker', { value: undefined }));
  const making = page.getByRole('region', { name: '做离线包' });
  await making.getByRole('button', { name: '全部不选' }).click();
  await making.getByRole('checkbox', { name: new RegExp(TITLE, 'u') }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    making.getByRole('button', { name: '做成离线包' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('same-page-2026-09.samepage.zip');
  return download.path();
}

let pack = '';
let first: { readonly page: Page; readonly context: BrowserContext };
describe('a pack', () => {
  beforeAll(async () => {
    first = await tablet({ isShelfAway: false });
    await first.page.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
    pack = await exportOne(first.page);
  }, 120_000);

  it('made on one tablet is put in on the next by its button', async () => {
    const { page } = await tablet({ isShelfAway: true });
    await page.locator('input[type="file"]').setInputFiles(pack);
    await page.getByText(`放好了：${TITLE}`).waitFor({ timeout: 30_000 });
    expect(await stateOf(page)).toBe('已经存好');
  });

  it('is taken when it is dropped anywhere on the page', async () => {
    const { page } = await tablet({ isShelfAway: true });
    const base64 = (await readFile(pack)).toString('base64');
    const dataTransfer = await page.evaluateHandle((content) => {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'x.samepage.zip', { type: 'application/zip' }));
      return transfer;
    }, base64);
    await page.dispatchEvent('main', 'dragover', { dataTransfer });
    await page.getByText('放手就放进来').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer });
    await page.getByText(`放好了：${TITLE}`).waitFor({ timeout: 30_000 });
    expect(await stateOf(page)).toBe('已经存好');
  });

  it('that is shared to the app arrives in the storage room', async () => {
    const { page } = await tablet({ isShelfAway: true });
    // The form a tablet posts for `share_target` in the manifest.
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.action = '/storage/receive';
      form.method = 'POST';
      form.enctype = 'multipart/form-data';
      form.innerHTML = '<input type="file" name="pack" id="shared">';
      document.body.append(form);
    });
    await page.locator('#shared').setInputFiles(pack);
    await page.evaluate(() => document.querySelector('form')?.submit());
    await page.getByText(`放好了：${TITLE}`).waitFor({ timeout: 30_000 });
    expect(new URL(page.url()).pathname).toBe('/storage');
    expect(await stateOf(page)).toBe('已经存好');
  });

  it('that is opened with the app from the tablet’s files is put in', async () => {
    const { page } = await tablet({ isShelfAway: true });
    await page.evaluate(writeFiles, [['opened.samepage.zip', (await readFile(pack)).toString('base64')]]);
    // Only an installed app has a queue that is filled; what it holds is a file of the disk, as here.
    await page.addInitScript(() => {
      const setConsumer = async (take: (launch: { files: readonly FileSystemHandle[] }) => void) => {
        const root = await navigator.storage.getDirectory();
        take({ files: [await root.getFileHandle('opened.samepage.zip')] });
      };
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
    });
    await page.goto(club.url('/storage'));
    await page.getByText(`放好了：${TITLE}`).waitFor({ timeout: 30_000 });
    expect(await stateOf(page)).toBe('已经存好');
  });

  it('and a shelf as a folder are the same to a tablet', async () => {
    const { page } = await tablet({ isShelfAway: true });
    await page.evaluate(writeFiles, await shelfFiles());
    // The question is the browser's; the folder that answers it is one of the disk.
    await page.evaluate(() => {
      const ask = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('shelf');
      Object.defineProperty(window, 'showDirectoryPicker', { value: ask });
    });
    await page.getByRole('button', { name: '选一个文件夹' }).click();
    await page.getByText(`放好了：${TITLE}`).waitFor({ timeout: 30_000 });
    expect(await stateOf(page)).toBe('已经存好');
  });

  it('mends what a check of everything has found wrong', async () => {
    const { page } = await tablet({ isShelfAway: true });
    const input = page.locator('input[type="file"]');
    await input.setInputFiles(pack);
    await page.getByText(`放好了：${TITLE}`).waitFor({ timeout: 30_000 });
    await flipAByte(page);

    await page.getByRole('button', { name: '全部检查一遍' }).click();
    await page.getByText(/1 期有文件坏了，已经去补：一碗阳春面/u).waitFor({ timeout: 30_000 });
    await expect.poll(() => row(page).getByText('已经存好').count()).toBe(0);
    await input.setInputFiles(pack);
    expect(await stateOf(page)).toBe('已经存好');
    await page.getByRole('button', { name: '全部检查一遍' }).click();
    await page.getByText(/^都是好的/u).waitFor({ timeout: 30_000 });
  });
});

/** Base64 by path, into the page's own folder. */
async function writeFiles(files: readonly (readonly [string, string])[]): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for (const [path, content] of files) {
    const names = path.split('/');
    const last = names.pop() ?? '';
    let folder = root;
    for (const name of names) folder = await folder.getDirectoryHandle(name, { create: true });
    const writing = await (await folder.getFileHandle(last, { create: true })).createWritable();
    await writing.write(Uint8Array.from(atob(content), (character) => character.charCodeAt(0)));
    await writing.close();
  }
}

interface Payload {
  readonly feed: {
    readonly groups: readonly {
      readonly publications?: readonly {
        readonly metadata: { readonly title: string };
        readonly links: readonly { readonly rel?: string | readonly string[]; readonly href: string }[];
      }[];
    }[];
  };
}

/** The hub's shelf as far as the month reaches, below `shelf/`. */
async function shelfFiles(): Promise<readonly (readonly [string, string])[]> {
  const read = async (path: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(club.url(`/shelf/${path}`))).arrayBuffer());
  const catalogue = await read('catalogue.jws');
  const payload: Payload = JSON.parse(
    Buffer.from(catalogue.toString('utf8').split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  const publication = payload.feed.groups
    .flatMap(({ publications = [] }) => publications)
    .find(({ metadata }) => metadata.title === TITLE);
  const manifest = publication?.links.find(({ rel }) => [rel].flat().includes('self'))?.href ?? '';
  const named = (await read(manifest)).toString('utf8').matchAll(/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]+/gu);
  const paths = new Set([manifest, ...[...named].map(([name]) => `blobs/sha256/${name}`)]);
  const files = await Promise.all(
    [...paths].map(async (path) => [`shelf/${path}`, (await read(path)).toString('base64')] as const),
  );
  return [['shelf/catalogue.jws', catalogue.toString('base64')], ...files];
}

/** In the largest file, in the middle, at the same length: nothing but its hash can tell. */
async function flipAByte(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('media');
    let found: FileSystemFileHandle | null = null;
    let most = 0;
    for await (const handle of folder.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const { size } = await handle.getFile();
      if (size > most) [found, most] = [handle, size];
    }
    if (!found) throw new Error('Nothing is stored');
    const at = Math.floor(most / 2);
    const byte = new Uint8Array(await (await found.getFile()).slice(at, at + 1).arrayBuffer());
    const writing = await found.createWritable({ keepExistingData: true });
    await writing.write({ type: 'write', position: at, data: Uint8Array.of((byte[0] ?? 0) ^ 1) });
    await writing.close();
  });
}
