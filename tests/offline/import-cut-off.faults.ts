/**
 * A pack of a month nobody asked the network for: put in while another window installs, that window closed in the middle,
 * then the whole browser killed. What was going on well is never called cut off; what was cut off says so, costs the
 * network nothing, and goes on from what is on disk when the pack is put in again.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FLAGS } from '../support/browser.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { killBrowser } from '../support/kill-browser.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { waitFor } from '../support/wait-for.ts';
import { findChromium } from '../tools/chromium.mjs';
import { BIG_ISSUE, publishBigIssue, type BigShelf } from './big-issue.ts';
import { CHUNK, FAULTS, projectWithFaultPoints, SLOW_MS, type Step } from './kill-runs.ts';
import { installers, readLibrary } from './probes.ts';

/** A member of the other club: this month is nothing her tablet keeps by default. */
const SETTINGS = { club: 'new-sisters', preset: 'standard' };
const FILM_BYTES = 7 * CHUNK;
const CUT_OFF = '离线包放到一半断了';

let shelf: BigShelf;
let project = '';
let hub: RunningHub;
let proxy: Proxy;
let folder = '';
let pack = '';
let context: BrowserContext;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-cut-off-'));
  shelf = await publishBigIssue(FILM_BYTES);
  project = await projectWithFaultPoints();
  hub = await startHub({ dataFolder: shelf.dataFolder, project });
  proxy = await startProxy(hub.url);
  pack = path.join(folder, 'month.samepage.zip');
  const env = { ...process.env, SAME_PAGE_DATA: shelf.dataFolder };
  const made = spawnSync(process.execPath, ['dist/hub/issue.js', 'pack', pack], { env, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`No pack was made:\n${made.stdout}${made.stderr}`);
}, 240_000);
afterAll(async () => {
  await context?.close().catch(() => undefined);
  await proxy?.stop();
  await hub?.stop();
  await shelf?.remove();
  for (const gone of [folder, project]) await rm(gone, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);

async function open(): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chrome or Chromium found');
  const options = { executablePath, args: FLAGS, locale: 'zh-CN' };
  const opened = await chromium.launchPersistentContext(path.join(folder, 'profile'), options);
  await opened.addInitScript((settings) => {
    localStorage.setItem('same-page.settings', JSON.stringify(settings));
  }, SETTINGS);
  return opened;
}

async function openRoom(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${proxy.url}/storage`);
  await page.getByRole('button', { name: '选一个离线包' }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  return page;
}

/** From now on this step of an import stays without an answer; to be waited for. Until then each chunk has a flush of its own. */
function holdAt(step: Step): () => Promise<void> {
  let isMet = false;
  proxy.rule(({ path: asked }) => {
    if (!asked.startsWith(FAULTS)) return null;
    const answer = { status: 200, type: 'text/plain', body: '' };
    if (asked !== FAULTS + step) return { answer, delayMs: asked === `${FAULTS}verified` ? SLOW_MS : 0 };
    isMet = true;
    return { delayMs: 120_000, answer };
  });
  return () => waitFor(`the import to come to ${step}`, () => isMet, 60);
}

const letGo = (): void =>
  proxy.rule(({ path: asked }) =>
    asked.startsWith(FAULTS) ? { answer: { status: 200, type: 'text/plain', body: '' } } : null,
  );
const putIn = (page: Page): Promise<void> => page.locator('input[type="file"]').setInputFiles(pack);
const fetchedMedia = (): readonly string[] =>
  proxy.seen.map((request) => request.path).filter((asked) => /\/blobs\/.*\.(?:mp4|m4a|webm)/u.test(asked));

async function chunks(page: Page): Promise<{ readonly here: number; readonly all: number }> {
  const { blobs = [] } = (await page.evaluate(readLibrary)) ?? {};
  const media = blobs.filter(({ type }) => /^(?:video|audio|image)\//u.test(type));
  return {
    here: media.reduce((sum, { verifiedChunks }) => sum + verifiedChunks, 0),
    all: media.reduce((sum, { size }) => sum + Math.ceil(size / CHUNK), 0),
  };
}

/** Writes down outside the browser that a page has said it, for however short a time. */
async function listenFor(page: Page, words: string): Promise<() => boolean> {
  let isSaid = false;
  await page.exposeFunction('said', () => void (isSaid = true));
  await page.evaluate((cut) => {
    const look = (): void => {
      if (document.body.innerText.includes(cut)) void Reflect.get(window, 'said')();
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
  }, words);
  return () => isSaid;
}

it('a month whose pack was cut off says so, moves nothing over the network, and goes on with the pack', async () => {
  context = await open();
  const installer = await openRoom();
  await waitFor('the first window to install', async () => (await installer.evaluate(installers)).held === 1);
  const page = await openRoom();
  await waitFor('the second to follow', async () => (await page.evaluate(installers)).pending === 1);
  const isCalledCutOff = await listenFor(page, CUT_OFF);
  const isCalledSoThere = await listenFor(installer, CUT_OFF);
  // Nothing goes on behind it: what is on disk then is all there will be when this window is gone.
  const isFlushed = holdAt('flushed');
  await putIn(page);
  await isFlushed();
  for (const window of [installer, page])
    await window.getByRole('region', { name: '正在存' }).getByText('从离线包里存').waitFor();
  // The window that installs goes: the one that has the pack goes on with it.
  const isWriting = holdAt('appended');
  await installer.close();
  await isWriting();
  await page.getByRole('region', { name: '正在存' }).getByText('从离线包里存').waitFor();
  expect([isCalledCutOff(), isCalledSoThere()]).toEqual([false, false]);

  killBrowser(path.join(folder, 'profile'));
  await context.close().catch(() => undefined);
  letGo();
  proxy.forget();
  context = await open();
  const again = await openRoom();
  await again.getByText(CUT_OFF).waitFor();
  await again.getByText(/再放一次离线包，会接着来；也可以点“接着存”从网上存，还要/u).waitFor();
  const { here } = await chunks(again);
  expect(here).toBeGreaterThan(0);
  proxy.forget();
  await putIn(again);
  await again.getByText(/^放好了/u).waitFor({ timeout: 120_000 });
  const { installed = [], installs = [] } = (await again.evaluate(readLibrary)) ?? {};
  expect(installed.map(({ issue }) => issue)).toEqual([BIG_ISSUE]);
  expect(installs).toEqual([]);
  const written = proxy.seen.filter((request) => request.path === `${FAULTS}appended`).length;
  expect(written).toBeLessThanOrEqual((await chunks(again)).all - here);
  expect(fetchedMedia()).toEqual([]);
});

it('and comes over the network when a person taps for it', async () => {
  const [page] = context.pages().slice(-1);
  if (!page) throw new Error('No window is open');
  await page.getByRole('button', { name: /^拿掉/u }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^拿掉/u }).click();
  await page.getByText(/^拿掉了/u).waitFor();
  // At its first file: the film is not here yet.
  const isWriting = holdAt('appended');
  await putIn(page);
  await isWriting();
  letGo();
  await page.reload();
  await page.getByText(CUT_OFF).waitFor();
  proxy.forget();
  await page.getByRole('button', { name: /^接着存/u }).click();
  await waitFor('the month to be whole', async () =>
    ((await page.evaluate(readLibrary))?.installed ?? []).some(({ issue }) => issue === BIG_ISSUE),
  );
  expect(fetchedMedia().length).toBeGreaterThan(0);
});
