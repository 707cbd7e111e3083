/** Drafts on the hub: a second facilitator goes on at another machine, both write the same piece, a film's upload is cut and goes on. */
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachment } from '../../src/authoring/draft/fixture.ts';
import { openHubDrafts } from '../../src/hub/drafts/draft-store.ts';
import { seedMonth, type SeededMonth } from '../support/draft-seed.ts';
import { startHub, type RunningHub } from '../support/hub-setup.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { ISSUE, studioMonth } from '../support/studio-month.ts';
import { closeMachine, openMachine, signIn, type Machine } from './machines.ts';
import { killBrowser } from '../support/kill-browser.ts';
import { expectSaved, summary } from './studio-pages.ts';

const SHARED = /也存到了服务器/u;
const WAIT = { timeout: 60_000 };

let hub: RunningHub;
let proxy: Proxy;
// The second goes on where the first ended: a second try would meet another hub.
const ONCE = { retry: 0, timeout: 180_000 };

beforeAll(async () => {
  hub = await startHub();
  proxy = await startProxy(hub.url);
});
afterAll(async () => {
  await proxy.stop();
  await hub.stop();
  await rm(hub.dataFolder, { recursive: true, force: true });
});

/** A month with a film of this many bytes among its files. */
async function monthWithFilm(bytes: number): Promise<{ readonly month: SeededMonth; readonly film: Buffer }> {
  const month = await studioMonth({ isWhole: true });
  const film = randomBytes(bytes);
  film.set([0, 0, 0, 24, ...Buffer.from('ftypisom')], 0);
  const original = attachment('e', { name: '录像.mp4', type: 'video/mp4', bytes });
  const pieces = month.pieces.map((piece) => ({
    ...piece,
    tracks: piece.tracks.map((track) => ({ ...track, original })),
  }));
  return {
    month: { ...month, pieces, files: [...month.files, { attachment: original, bytes: film }] },
    film,
  };
}

async function seed(page: Page, month: SeededMonth): Promise<void> {
  await page.goto(`${proxy.url}/studio`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await seedMonth(page, month);
  await page.goto(`${proxy.url}/studio/${ISSUE}`);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const keptOnHub = async (hash: string): Promise<string> =>
  hashOf(await readFile(path.join(hub.dataFolder, 'attachments/sha256', hash.slice(0, 2), hash)));
/** What is on its way to the hub and will be of this size. Of a small file one may lie beside it that nobody goes on with: begun as the page was left. */
async function uploadsOf(bytes: number): Promise<readonly string[]> {
  const folder = path.join(hub.dataFolder, 'uploads/silent-world');
  const records = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(records.map((name) => readFile(path.join(folder, name), 'utf8')));
  return records.filter((_, index) => JSON.parse(texts[index] ?? '').size === bytes);
}
const line = (page: Page) => page.getByText(SHARED).first();
const uploadBytes = (): number =>
  proxy.seen.filter(({ method }) => method === 'PATCH').reduce((sum, one) => sum + one.receivedBytes, 0);

it(
  'a film’s upload that is cut, and one that is killed with its browser, goes on where it was and is not begun anew',
  ONCE,
  async () => {
    const cookie = await signIn(hub.dataFolder, hub.url);
    const size = 24 * 1024 * 1024;
    const { month, film } = await monthWithFilm(size);
    const first = await openMachine(proxy.url, { cookie });
    let cuts = 0;
    // The third part of the film breaks in the middle, then everything is slow.
    proxy.rule(({ method, path: at }) => {
      if (method !== 'PATCH' || !at.startsWith('/api/uploads/')) return null;
      const done = uploadBytes();
      if (done > 10_000_000 && cuts++ === 0) return { cutUploadAfter: 2_000_000 };
      return { uploadBytesPerSecond: 4_000_000 };
    });
    await seed(first.page, month);
    await first.page.getByText(/正在把文件送到服务器：[1-9]\d*%/u).waitFor(WAIT);
    await expect.poll(uploadBytes, WAIT).toBeGreaterThan(14_000_000);
    expect(cuts).toBeGreaterThan(0);
    killBrowser(first.profile);
    await first.context.close().catch(() => undefined);
    expect(await uploadsOf(size)).toHaveLength(1);

    proxy.rule(() => null);
    const again = await openMachine(proxy.url, { cookie, profile: first.profile });
    await again.page.goto(`${proxy.url}/studio/${ISSUE}`);
    await line(again.page).waitFor(WAIT);
    expect(await keptOnHub(hashOf(film))).toBe(hashOf(film));
    expect(await uploadsOf(size)).toEqual([]);
    // What was on the line when it broke and when the browser died is sent twice, at most a part of 4 MiB each; nothing more.
    const others = month.files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) - size;
    expect(uploadBytes()).toBeLessThan(size + others + 2 * 4 * 1024 * 1024);
    await closeMachine(again);
  },
);

it(
  'a second facilitator goes on at another machine, fetches the film, and what both wrote is kept twice and chosen',
  ONCE,
  async () => {
    const [mine, hers] = [await signIn(hub.dataFolder, hub.url), await signIn(hub.dataFolder, hub.url)];
    const one = await openMachine(proxy.url, { cookie: mine });
    const other = await openMachine(proxy.url, { cookie: hers });
    proxy.rule(() => null);

    // The month of the test before is on the hub; both machines have nothing.
    for (const { page } of [one, other]) {
      await page.goto(`${proxy.url}/studio`);
      await page.getByRole('heading', { level: 3, name: /一条苏州河/u }).waitFor(WAIT);
      await page.goto(`${proxy.url}/studio/${ISSUE}`);
      await summary(page).waitFor(WAIT);
    }
    await fetchFilm(other);

    // Each writes another place: both have both, without a question.
    await summary(one.page).fill('第一台写的简介。');
    await expectSaved(one.page);
    await line(one.page).waitFor(WAIT);
    await other.page
      .getByText(/新的在服务器上|服务器上有新的改动。/u)
      .first()
      .waitFor({ timeout: 90_000 });
    await other.page.getByRole('button', { name: '换上新的' }).click();
    await expect.poll(() => summary(other.page).inputValue(), WAIT).toBe('第一台写的简介。');
    await line(other.page).waitFor(WAIT);

    // Both write the same piece while the second has no network.
    for (const { page } of [one, other]) await openText(page);
    await other.context.setOffline(true);
    await writeTitle(one.page, '第一台的早上');
    await writeTitle(other.page, '第二台的早上');
    await other.page.getByText(/起连不上服务器，只存在这台机器上/u).waitFor(WAIT);
    await expect.poll(titlesOnHub, WAIT).toEqual(['第一台的早上']);
    await other.context.setOffline(false);
    await other.page.getByRole('link', { name: '对照着看' }).click(WAIT);
    const card = other.page.getByRole('region', { name: '一篇：第二台的早上' });
    await card.getByRole('heading', { name: '这台机器上的' }).waitFor(WAIT);
    expect(await card.locator('mark').allTextContents()).toEqual(['［不同：二］', '［不同：一］']);
    await card.getByRole('button', { name: '两份都要' }).click();
    await other.page.getByText('没有要选的了。').waitFor(WAIT);
    await expect.poll(titlesOnHub, WAIT).toEqual(['第一台的早上', '第二台的早上（另一份）']);

    // The first machine gets both: by itself while no window has the month open, else when somebody says so.
    await one.page.goto(`${proxy.url}/studio/${ISSUE}`);
    const take = one.page.getByRole('button', { name: '换上新的' });
    const copy = one.page.getByText('第二台的早上（另一份）').first();
    await take.or(copy).first().waitFor({ timeout: 60_000 });
    if (await take.isVisible()) await take.click();
    await copy.waitFor(WAIT);
    await one.page.getByText('第一台的早上').first().waitFor(WAIT);
    await closeMachine(one);
    await closeMachine(other);
  },
);

const titlesOnHub = async (): Promise<readonly string[]> =>
  ((await openHubDrafts(hub.dataFolder).read(ISSUE))?.pieces ?? []).map(({ title }) => title);

async function openText(page: Page): Promise<void> {
  await page.goto(`${proxy.url}/studio/${ISSUE}/morning/text`);
  await page.getByRole('textbox', { name: '标题', exact: true }).waitFor(WAIT);
}

async function writeTitle(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: '标题', exact: true }).fill(title);
  await expectSaved(page);
}

async function fetchFilm({ page }: Machine): Promise<void> {
  const missing = page.getByRole('region', { name: '还在服务器上的文件' });
  const film = missing.getByText('录像.mp4（24 兆）');
  await film.waitFor(WAIT);
  await missing.getByRole('button', { name: /取过来 录像\.mp4/u }).click();
  await expect.poll(() => film.count(), WAIT).toBe(0);
  const size = await page.evaluate(async (id) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('drafts');
    return (await (await folder.getFileHandle(id)).getFile()).size;
  }, 'e'.repeat(64));
  expect(size).toBe(24 * 1024 * 1024);
}
