/**
 * A pack of 2 GB put in by the storage room's own button: what the page, its worker and everything they hold in memory grow
 * by. The process that runs them both is looked at from outside, since buffers are in no JavaScript heap.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldBy, type Held } from '../browser-memory.ts';
import { record } from '../rows.ts';
import { openBenchSite, type BenchSite } from './bench-site.ts';
import { importPack, openBenchTablet, type BenchTablet } from './bench-tablet.ts';

const FILMS = Array.from({ length: 8 }, () => 256_000_000);
const MIB = 2 ** 20;

let site: BenchSite;
let tablet: BenchTablet;
beforeAll(async () => {
  site = await openBenchSite();
});
afterAll(async () => {
  await tablet?.close();
  await site?.remove();
});

it('a pack of 2 GB', async () => {
  const month = await site.shelf.write({
    month: '2026-11',
    pieces: 1,
    sentencesPerPiece: 10,
    films: FILMS,
  });
  await site.shelf.release([month]);
  const pack = path.join(site.folder, 'large.samepage.zip');
  await site.shelf.pack([month], pack);
  // It comes from the pack and from nowhere else.
  for (const film of month.films) await rm(path.join(site.shelf.root, film.href));
  const profile = path.join(site.folder, 'profile');
  tablet = await openBenchTablet(profile);
  const { page, context } = tablet;
  await page.goto(`${site.url}/storage`);
  await page.getByRole('button', { name: '选一个离线包' }).waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForTimeout(3000);
  const session = await context.newCDPSession(page);
  const heap = async (): Promise<number> => (await session.send('Runtime.getHeapUsage')).usedSize;
  await session.send('HeapProfiler.collectGarbage');
  const before = { heap: await heap(), held: heldBy(profile) };
  const most = { heap: 0 };
  const all: ReturnType<typeof heldBy>[] = [];
  async function look(): Promise<void> {
    most.heap = Math.max(most.heap, await heap().catch(() => 0));
    all.push(heldBy(profile));
  }
  const looking = setInterval(() => void look(), 200);
  const started = performance.now();
  await importPack(page, site.url, pack, 500_000).finally(() => clearInterval(looking));
  const grown = (kind: 'renderer' | 'browser', what: keyof Held, samples: typeof all): number =>
    Math.max(...samples.map((sample) => sample[kind][what])) - before.held[kind][what];
  const left = (samples: typeof all): number =>
    Math.min(...samples.map(({ renderer }) => renderer.anonymous)) - before.held.renderer.anonymous;
  const half = Math.floor(all.length / 2);
  const seconds = (performance.now() - started) / 1000;
  record('library-pack-memory', [
    { name: 'page heap grew by', value: (most.heap - before.heap) / MIB, unit: 'MB', limit: '≤ 64' },
    {
      // What was read and written, and waits to be collected, goes up and down in it: engines are in no hurry with buffers.
      name: 'page, worker and their buffers grew by, at most (anonymous memory of their process)',
      value: grown('renderer', 'anonymous', all) / MIB,
      unit: 'MB',
    },
    {
      // Flat means that this does not grow with the pack.
      name: 'the same: what was left between two collections, in the second gigabyte',
      value: left(all.slice(half)) / MIB,
      unit: 'MB',
    },
    {
      name: 'their process, beside: memory shared with the browser grew by',
      value: grown('renderer', 'shared', all) / MIB,
      unit: 'MB',
    },
    {
      name: 'the browser’s own process grew by (anonymous)',
      value: grown('browser', 'anonymous', all) / MIB,
      unit: 'MB',
    },
    { name: 'put in at', value: FILMS.reduce((sum, size) => sum + size, 0) / 1e6 / seconds, unit: 'MB/s' },
  ]);
  expect(most.heap).toBeGreaterThan(0);
});
