/**
 * What a tablet says when something became of its months: lost, damaged, or a shelf with another key. Noticed at start, told
 * in one sentence on whatever page is open, and mended from the shelf where that can be.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { keyPair } from '../../src/core/shelf/attack-fixture.ts';
import type { CataloguePayload } from '../../src/core/shelf/catalogue.ts';
import { fingerprintOf } from '../../src/core/shelf/key-chain.ts';
import { signCatalogue } from '../../src/core/shelf/sign.ts';
import { readLibrary } from '../offline/probes.ts';
import { useBrowser } from '../support/browser.ts';
import { startProxy } from '../support/proxy.ts';

const club = useBrowser();
const settings = { club: 'silent-world', preset: 'standard' };

async function tabletWithMonths() {
  const tablet = await club.tablet({ settings, serviceWorkers: 'allow' });
  await tablet.page.goto(club.url('/storage'));
  await tablet.page.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
  return tablet;
}

const line = (page: Page, words: RegExp) => page.getByText(words).first();

/** Resolves to what the page says of this month once nothing is wrong any more. */
async function mended(page: Page, words: RegExp): Promise<string> {
  await expect.poll(() => line(page, words).count(), { timeout: 60_000 }).toBe(0);
  const stored = page.getByText(/已经存好/u).first();
  await stored.waitFor({ timeout: 60_000 });
  return stored.innerText();
}

/** The largest file of the store, as a tired tablet loses one. */
async function loseAFile(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('media');
    let largest = { name: '', size: 0 };
    for await (const handle of folder.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const { size } = await handle.getFile();
      if (size > largest.size) largest = { name: handle.name, size };
    }
    await folder.removeEntry(largest.name);
  });
}

/** Everything but the app itself and what lies outside the database. */
async function loseEverything(page: Page): Promise<void> {
  await page.goto(club.url('/healthz'));
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('media', { recursive: true });
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('same-page');
      deleting.addEventListener('success', () => resolve());
      deleting.addEventListener('error', () => reject(deleting.error));
    });
  });
}

describe('a tablet', () => {
  it('that lost a file says so on its first page, and fetches it again', async () => {
    const { page, context } = await tabletWithMonths();
    await loseAFile(page);
    // Out of reach at first: from the same machine it would be mended before anybody has read the sentence.
    let isAway = true;
    await context.route('**/shelf/blobs/**', (route) => (isAway ? route.abort() : route.continue()));
    await page.goto(club.url('/words'));
    const words = /有 1 期的文件坏了，连上网会自己补好。/u;
    await line(page, words).waitFor({ timeout: 20_000 });
    isAway = false;
    await page.goto(club.url('/'));
    expect(await mended(page, words)).toContain('已经存好');
  });

  it('that lost everything it had stored says how many months, and stores them again', async () => {
    const { page } = await tabletWithMonths();
    await loseEverything(page);
    await page.goto(club.url('/'));
    const words = /平板清掉了 \d 期存好的月刊，正在重新存。/u;
    await line(page, words).waitFor({ timeout: 20_000 });
    expect(await mended(page, words)).toContain('已经存好');
  });

  it('on which a person erased everything is not told that it lost something', async () => {
    const { page } = await tabletWithMonths();
    await page.goto(club.url('/display'));
    await page.getByRole('button', { name: '全部清掉' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '全部清掉' }).click();
    // The app opens anew; these tablets have chosen their club and begin to store its months again.
    await page.waitForURL(club.url('/'));
    await page.getByText('已经存好').first().waitFor({ timeout: 60_000 });
    expect(await page.getByText(/平板清掉了/u).count()).toBe(0);
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('same-page.census')))
      .toContain('2026-11');
  });

  it.each(['this', 'another'])(
    'that is erased while a film arrives in %s window does not wait for it',
    async (which) => {
      const proxy = await startProxy(inject('hubUrl'));
      // The film's first bytes come, the rest never does.
      proxy.rule(({ path }) =>
        path.startsWith('/shelf/blobs/') ? { stallAfter: 300_000, stallMs: 600_000 } : null,
      );
      const { page, context } = await club.tablet({ settings, serviceWorkers: 'allow' });
      await page.goto(`${proxy.url}/display`);
      const isStalled = () => proxy.seen.some(({ sentBytes }) => sentBytes === 300_000);
      await expect.poll(isStalled, { timeout: 60_000 }).toBe(true);
      const erasing = which === 'this' ? page : await context.newPage();
      if (erasing !== page) await erasing.goto(`${proxy.url}/display`);
      await erasing.getByRole('button', { name: '全部清掉' }).click();
      await erasing.getByRole('dialog').getByRole('button', { name: '全部清掉' }).click();
      await erasing.waitForURL(`${proxy.url}/`);
      await proxy.stop();
    },
  );

  it('whose shelf comes with another key asks for a person, shows both fingerprints, and goes on reading meanwhile', async () => {
    const { page, context } = await tabletWithMonths();
    const hub = inject('hubUrl');
    const jws = await (await fetch(`${hub}/shelf/catalogue.jws`)).text();
    const payload: CataloguePayload = JSON.parse(
      Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    const others = await keyPair();
    const body = await signCatalogue({ ...payload, sequence: payload.sequence + 1 }, others.privateKey);
    await context.route('**/shelf/catalogue.jws', (route) =>
      route.fulfill({ body, contentType: 'application/jose' }),
    );
    await page.goto(club.url('/'));
    await line(page, /书架换了钥匙，先不收新的内容。请把平板拿给社区工作者。/u).waitFor({ timeout: 20_000 });
    await page.getByText('已经存好').first().waitFor();

    await page.getByRole('link', { name: '去存储看看' }).click();
    await page.getByRole('button', { name: '核对钥匙' }).click();
    const offered = page.getByRole('list', { name: '新的钥匙' });
    const shown = async () => (await offered.getByRole('listitem').allInnerTexts()).join(' ');
    await expect.poll(shown).toBe(await fingerprintOf(others.publicKey));
    await page.getByRole('button', { name: '核对过了，用新的钥匙' }).click();
    await expect.poll(() => page.getByText('书架换了钥匙').count(), { timeout: 20_000 }).toBe(0);
    await page.goto(club.url('/'));
    await page.getByText('已经存好').first().waitFor();
    expect(await line(page, /书架换了钥匙/u).count()).toBe(0);
  });
});

/** The hub's shelf behind a proxy; `isHeld`: no film comes until `letGo`. */
async function throughProxy({ isHeld }: { readonly isHeld: boolean }) {
  const proxy = await startProxy(inject('hubUrl'));
  let letGo = (): void => undefined;
  const heldUntil = new Promise<void>((done) => (letGo = done));
  if (isHeld) proxy.rule(({ path }) => (path.endsWith('.mp4') ? { heldUntil } : null));
  const tablet = await club.tablet({ settings, serviceWorkers: 'allow' });
  const films = (): readonly string[] =>
    proxy.seen.map(({ path }) => path).filter((path) => path.endsWith('.mp4'));
  return { ...tablet, proxy, films, letGo, openRoom: () => tablet.page.goto(`${proxy.url}/storage`) };
}

/** As on a network that costs money, until `window.nowFree()`. */
function stubMetered(): void {
  const connection = Object.assign(new EventTarget(), { saveData: true, type: 'cellular' });
  Object.defineProperty(navigator, 'connection', { value: connection });
  const nowFree = (): void => {
    Object.assign(connection, { saveData: false, type: 'wifi' });
    connection.dispatchEvent(new Event('change'));
  };
  Object.assign(window, { nowFree });
}

/** In the order they are shown. */
function issuesOf(part: Locator): Promise<readonly string[]> {
  return part
    .getByRole('heading', { level: 3 })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
}

/** Which of the locks the page was given are still held, in the order it asked. */
function countWakeLocks(): void {
  const given: WakeLockSentinel[] = [];
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type);
    given.push(lock);
    return lock;
  };
  Object.assign(window, {
    wakeLocks: () => given.map(({ released }) => !released),
    takeBack: () => Promise.all(given.map((lock) => lock.release())),
  });
}

/** Put away and taken up again, as the page is told of it: no window is ever out of sight under automation. */
function outOfSight(): void {
  const say = (state: DocumentVisibilityState): void => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  // The browser takes the lock back by itself then.
  say('hidden');
  Reflect.get(window, 'takeBack')().then(() => say('visible'));
}

describe('a tablet that stores its months', () => {
  it('asks first where the network costs money: a yes moves that month, a free network the rest, in the order of the list', async () => {
    const { page, proxy, films, openRoom } = await throughProxy({ isHeld: false });
    await page.addInitScript(stubMetered);
    await openRoom();
    const coming = page.getByRole('region', { name: '正在存' });
    const rows = coming.getByRole('listitem');
    await expect.poll(() => rows.getByText('按流量计费，要现在存吗？').count()).toBe(3);
    const order = (): Promise<readonly string[]> => issuesOf(coming);
    const [first = '', second = '', third = ''] = await order();
    await rows
      .first()
      .getByRole('button', { name: /^往后排/u })
      .click();
    await expect.poll(order).toEqual([second, first, third]);
    await page.reload();
    await expect.poll(order).toEqual([second, first, third]);
    expect(films()).toEqual([]);

    const here = page.getByRole('region', { name: '这台平板上有' });
    await rows
      .last()
      .getByRole('button', { name: /^现在存/u })
      .click();
    await expect.poll(() => issuesOf(here), { timeout: 60_000 }).toEqual([third]);
    expect(await order()).toEqual([second, first]);
    await page.evaluate(() => void Reflect.get(window, 'nowFree')());
    await page.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
    const stored = (await page.evaluate(readLibrary))?.installed ?? [];
    const inTurn = stored.toSorted((a, b) => a.installedMs - b.installedMs).map(({ issue }) => issue);
    expect(inTurn).toEqual([third, second, first]);
    await proxy.stop();
  });

  it('keeps its screen awake until all is here, also after it was out of sight', async () => {
    const { page, proxy, letGo, openRoom } = await throughProxy({ isHeld: true });
    await page.addInitScript(countWakeLocks);
    await openRoom();
    const held = (): Promise<readonly boolean[]> => page.evaluate(() => Reflect.get(window, 'wakeLocks')());
    await expect.poll(held, { timeout: 30_000 }).toEqual([true]);
    await page.evaluate(outOfSight);
    await expect.poll(held).toEqual([false, true]);
    letGo();
    await page.getByText(/^3 期，/u).waitFor({ timeout: 60_000 });
    await expect.poll(async () => (await held()).includes(true)).toBe(false);
    await proxy.stop();
  });

  it('asks the browser to keep it on a tap, not before, and shows its answer', async () => {
    const { page } = await club.tablet({ settings, serviceWorkers: 'allow' });
    await page.addInitScript(() => {
      const persist = navigator.storage.persist.bind(navigator.storage);
      Object.assign(window, { asked: 0 });
      navigator.storage.persist = () => {
        Object.assign(window, { asked: Number(Reflect.get(window, 'asked')) + 1 });
        return Reflect.get(window, 'isGenerous') === true ? Promise.resolve(true) : persist();
      };
    });
    await page.goto(club.url('/storage'));
    const room = page.getByRole('region', { name: '平板上的地方' });
    const ask = room.getByRole('button', { name: '请浏览器保留' });
    await ask.waitFor();
    const asked = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'asked'));
    expect(await asked()).toBe(0);
    await ask.click();
    await room.getByText(/^浏览器没有答应/u).waitFor();
    expect(await asked()).toBe(1);
    // A tablet whose browser knows the app well; this one meets it for the first time.
    await page.evaluate(() => Object.assign(window, { isGenerous: true }));
    await ask.click();
    await room.getByText('浏览器答应了：不会自己清掉月刊。').waitFor();
  });
});
