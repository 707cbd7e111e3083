/**
 * Ten years of a club on one tablet: the app opens without a network as it does with one month, and words are found while
 * one types. Both tablets have the same shelf and the same app; one has one month of it stored, the other all 120.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quantile, record } from '../rows.ts';
import { monthsBack } from './bench-shelf.ts';
import { openBenchSite, type BenchSite } from './bench-site.ts';
import { expectStored, importPack, openBenchTablet } from './bench-tablet.ts';

const MONTHS = 120;
const RUNS = 9;
const SEARCHES = 60;

/** A site each, with a catalogue of the months that are stored: the tablet that has one month is of a club that has one. */
let sites: Record<'one' | 'many', BenchSite>;
beforeAll(async () => {
  sites = { one: await openBenchSite(), many: await openBenchSite() };
});
afterAll(async () => {
  await sites?.one.remove();
  await sites?.many.remove();
});

const profileOf = (which: 'one' | 'many'): string => path.join(sites[which].folder, 'profile');

async function fill(which: 'one' | 'many', count: number): Promise<void> {
  const site = sites[which];
  const months = [];
  for (const month of monthsBack(count)) {
    months.push(await site.shelf.write({ month, pieces: 8, sentencesPerPiece: 50 }));
  }
  await site.shelf.release(months);
  const pack = path.join(site.folder, 'all.samepage.zip');
  await site.shelf.pack(months, pack);
  const tablet = await openBenchTablet(profileOf(which));
  const started = performance.now();
  await importPack(tablet.page, site.url, pack, 280_000);
  console.log(`${count} months put in: ${Math.round(performance.now() - started)} ms`);
  await tablet.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await expectStored(tablet.page, site.url, count);
  await tablet.page.goto(`${site.url}/`);
  await tablet.page.locator('a[href^="/read/"]').first().waitFor();
  await tablet.close();
  await site.stop();
}

/** From the address to the month's pieces on the screen, in a browser that has just been started. Milliseconds. */
async function coldStart(which: 'one' | 'many'): Promise<number> {
  const { page, context, close } = await openBenchTablet(profileOf(which));
  await context.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.querySelector('a[href^="/read/"]') === null) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('month-shown')));
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${sites[which].url}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('month-shown').length > 0);
  const shown = await page.evaluate(
    () => performance.getEntriesByName('month-shown')[0]?.startTime ?? Number.NaN,
  );
  await close();
  return shown;
}

/** Notes when the library's worker is asked for words and when it has answered. */
function watchSearches(): void {
  const asked = new Map<string, number>();
  const times: number[] = [];
  Reflect.set(globalThis, 'searchTimes', times);
  const post = Reflect.get(Worker.prototype, 'postMessage');
  Reflect.set(Worker.prototype, 'postMessage', function (this: Worker, ...args: readonly unknown[]) {
    const [message] = args;
    if (typeof message === 'object' && message !== null && 'kind' in message && 'id' in message) {
      if (message.kind === 'search') {
        asked.set(String(message.id), performance.now());
        this.addEventListener('message', ({ data }: MessageEvent<{ id?: unknown }>) => {
          const since = asked.get(String(data.id));
          if (since === undefined) return;
          asked.delete(String(data.id));
          times.push(performance.now() - since);
        });
      }
    }
    return Reflect.apply(post, this, args);
  });
}

const timesOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => [...(Reflect.get(globalThis, 'searchTimes') as number[])]);

async function search(): Promise<number[]> {
  const { page, context, close } = await openBenchTablet(profileOf('many'));
  await context.addInitScript(watchSearches);
  await page.goto(`${sites.many.url}/bookshelf`);
  const box = page.getByRole('searchbox');
  await box.waitFor();
  // The library begins after the first page has been drawn.
  await page.waitForTimeout(4000);
  for (let round = 0; round < SEARCHES; round++) {
    const before = (await timesOf(page)).length;
    // One character, two, and one that is nowhere, as people type.
    const first = 0x4e00 + ((round * 37) % 2500);
    const words = [first, ...(round % 3 === 1 ? [0x4e00 + ((round * 91) % 2500)] : [])];
    await box.fill(round % 10 === 9 ? '龥龥龥' : String.fromCharCode(...words));
    await expect.poll(async () => (await timesOf(page)).length, { timeout: 20_000 }).toBeGreaterThan(before);
  }
  const times = await timesOf(page);
  await close();
  return times;
}

it('120 months beside one', async () => {
  await fill('one', 1);
  await fill('many', MONTHS);
  const times = { one: [] as number[], many: [] as number[] };
  for (let run = 0; run <= RUNS; run++) {
    // The first of each warms the machine's own caches.
    for (const which of ['one', 'many'] as const) {
      const shown = await coldStart(which);
      if (run > 0) times[which].push(shown);
    }
  }
  const [one, many] = [quantile(times.one, 0.5), quantile(times.many, 0.5)];
  const [first = Number.NaN, ...searches] = await search();
  record('library-many-months', [
    { name: 'cold offline start, one month stored, median', value: one, unit: 'ms' },
    { name: 'cold offline start, 120 months stored, median', value: many, unit: 'ms' },
    { name: 'cold offline start, 120 months ÷ one', value: many / one, unit: '×', limit: '≤ 1.2' },
    { name: 'first search over 120 months (reads the texts)', value: first, unit: 'ms' },
    { name: 'search over 120 months, p95', value: quantile(searches, 0.95), unit: 'ms', limit: '≤ 50' },
    { name: 'search over 120 months, median', value: quantile(searches, 0.5), unit: 'ms' },
  ]);
  expect(searches.length).toBeGreaterThanOrEqual(SEARCHES - 1);
}, 1_200_000);
