/**
 * What being careful costs: a month installed by the library, against the same bytes fetched (or sliced from a pack), hashed
 * and put into the same store with nothing written down. Turn by turn in one worker, so that a slow moment meets both.
 */
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brotliCache } from '../../../src/hub/server/brotli.ts';
import { fileResponse } from '../../../src/hub/server/file-response.ts';
import { quantile, record, type Row } from '../rows.ts';
import { openBenchShelf, type BenchMonth } from './bench-shelf.ts';
import { openBenchTablet, type BenchTablet } from './bench-tablet.ts';
import type { Order } from './harness/order.ts';

/** A month of three films: what a month costs once (its texts, its records, its transaction) is in its time. */
const FILMS = [128, 128, 128].map((mib) => mib * 2 ** 20);
const ROUNDS = 7;

let folder = '';
let url = '';
let month: BenchMonth;
let tablet: BenchTablet;
const server = createServer();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'same-page-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: new URL('./harness/', import.meta.url).pathname,
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'chrome111' },
  });
  const shelf = await openBenchShelf(path.join(folder, 'shelf'));
  month = await shelf.write({ month: '2026-11', pieces: 1, sentencesPerPiece: 10, films: FILMS });
  await shelf.release([month]);
  await shelf.pack([month], path.join(folder, 'pack.zip'));
  const brotli = brotliCache();
  server.on(
    'request',
    getRequestListener(async (request) => {
      const { pathname } = new URL(request.url);
      const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
      const served = { path: file, cacheControl: 'no-store', brotliQuality: 1 };
      return (await fileResponse(request, served, brotli)) ?? new Response('Not found', { status: 404 });
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) url = `http://localhost:${address.port}/`;
  tablet = await openBenchTablet(path.join(folder, 'profile'));
}, 120_000);
afterAll(async () => {
  await tablet?.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function timeOf(how: Order['how'], from: Order['from']): Promise<number> {
  const { manifest, films, publication } = month;
  const order = { how, from, root: `${url}shelf/`, issue: publication.metadata.samePage.id, manifest, films };
  return tablet.page.evaluate(
    (given) => Reflect.apply(Reflect.get(Reflect.get(globalThis, 'bench'), 'run'), null, [given]),
    order,
  );
}

it('an install beside the bare pipeline', async () => {
  const { page } = tablet;
  await page.goto(url);
  await page.locator('input').setInputFiles(path.join(folder, 'pack.zip'));
  const megabytes = FILMS.reduce((sum, size) => sum + size, 0) / 1e6;
  const rows: Row[] = [];
  for (const from of ['http', 'pack'] as const) {
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round <= ROUNDS; round++) {
      // Whoever is first in a round is second in the next.
      for (const how of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
        const ms = await timeOf(how, from);
        if (round > 0) times[how].push(ms);
      }
    }
    const [ours, bare] = [quantile(times.ours, 0.5), quantile(times.bare, 0.5)];
    rows.push(
      { name: `${from}: installed, median`, value: megabytes / (ours / 1000), unit: 'MB/s' },
      { name: `${from}: bare pipeline, median`, value: megabytes / (bare / 1000), unit: 'MB/s' },
      { name: `${from}: install ÷ bare pipeline`, value: bare / ours, unit: '×', limit: '≥ 0.85' },
    );
  }
  record('library-throughput', rows);
  expect(rows.every(({ value }) => value > 0)).toBe(true);
});
