/**
 * A random 1 MiB of a film: from the tablet's store through the service worker, against the same bytes from a server
 * on the same machine. Turn by turn, so that a slow moment of the machine meets both.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { blobHref } from '../../src/core/shelf/blob-href.ts';
import { anyName, pattern } from '../offline/stores/harness/bytes.ts';
import { serveHarness, type HarnessServer } from '../offline/stores/serve-harness.ts';
import { openEngine, type Engine } from '../support/engines.ts';
import { quantile, record, type Row } from './rows.ts';

const MIB = 1024 * 1024;
const FILE_BYTES = 96 * 1_000_000;
const ROUNDS = 20;
const A_ROUND = 10;

let server: HarnessServer | undefined;
let engine: Engine | undefined;
beforeAll(async () => {
  [server, engine] = await Promise.all([serveHarness(), openEngine('chromium')]);
});
afterAll(async () => {
  await engine?.close();
  await server?.close();
});

async function measure(
  store: 'opfs' | 'indexeddb',
  origin: string,
): Promise<{ stored: number[]; served: number[] }> {
  if (!server || !engine) throw new Error('The harness is not running');
  const run = engine;
  const file = anyName();
  await server.put(`shelf/${blobHref(file, 'mp4')}`, pattern(FILE_BYTES));
  await run.goto(origin);
  await run.call('harness', 'choose', store);
  await run.call('harness', 'waitForWorker');
  await run.reload();
  expect(await run.call('harness', 'waitForWorker')).toBe(true);
  await run.call('harness', 'call', 'a', 'chosen', 'write', file, FILE_BYTES, 'seal');

  const time = (url: string, ranges: readonly (readonly [number, number])[]): Promise<number[]> =>
    run.call('harness', 'time', url, ranges);
  const stored: number[] = [];
  const served: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const ranges = Array.from({ length: A_ROUND }, () => {
      const start = Math.floor(Math.random() * (FILE_BYTES - MIB));
      return [start, start + MIB] as const;
    });
    const fromStore = await time(`/media/${file}?type=video/mp4`, ranges);
    const fromServer = await time(`/shelf/${blobHref(file, 'mp4')}`, ranges);
    // The first round warms both.
    if (round > 0) {
      stored.push(...fromStore);
      served.push(...fromServer);
    }
  }
  return { stored, served };
}

it('a random 1 MiB from the store', async () => {
  const origin = server?.url ?? '';
  const rows: Row[] = [];
  for (const store of ['opfs', 'indexeddb'] as const) {
    const { stored, served } = await measure(
      store,
      store === 'opfs' ? origin : origin.replace('localhost', '127.0.0.1'),
    );
    const [mine, theirs] = [quantile(stored, 0.95), quantile(served, 0.95)];
    rows.push(
      { name: `${store}: 206 of 1 MiB from the store, p95`, value: mine, unit: 'ms' },
      { name: `${store}: the same from the local server, p95`, value: theirs, unit: 'ms' },
      { name: `${store}: store ÷ server, p95`, value: mine / theirs, unit: '×', limit: '≤ 2' },
      {
        name: `${store}: store ÷ server, median`,
        value: quantile(stored, 0.5) / quantile(served, 0.5),
        unit: '×',
      },
    );
  }
  record('media-range', rows);
  expect(rows.every((row) => row.value > 0)).toBe(true);
});
