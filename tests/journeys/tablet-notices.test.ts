/**
 * What a tablet says when something became of its months: lost, damaged, or a shelf with another key. Noticed at start, told
 * in one sentence on whatever page is open, and mended from the shelf where that can be.
 */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { keyPair } from '../../src/core/shelf/attack-fixture.ts';
import type { CataloguePayload } from '../../src/core/shelf/catalogue.ts';
import { fingerprintOf } from '../../src/core/shelf/key-chain.ts';
import { signCatalogue } from '../../src/core/shelf/sign.ts';
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
