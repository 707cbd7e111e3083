/**
 * A busy evening at a fixed rate of arrival: 500 tablets ask for the catalogue, each every five seconds, 50 fetch a film at a megabyte
 * a second, and one month after the other is published meanwhile. A late answer counts from when it was due, not from when it was asked.
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHub, type RunningHub } from '../../support/hub-setup.ts';
import { quantile, record } from '../rows.ts';

const MiB = 1024 * 1024;
const seconds = 30;
const tablets = 500;
const everySeconds = 5;
const viewers = 50;
const filmBytes = 32 * MiB;

let work: string;
let hub: RunningHub;
let film: string;
const agent = new Agent({ keepAlive: true, maxSockets: 1000 });

beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'same-page-load-'));
  hub = await startHub({ dataFolder: path.join(work, 'data') });
  const bytes = randomBytes(filmBytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  film = `blobs/sha256/${sha256.slice(0, 2)}/${sha256}.mp4`;
  const file = path.join(hub.dataFolder, 'shelf', film);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}, 120_000);
afterAll(async () => {
  agent.destroy();
  await hub.stop();
  await rm(work, { recursive: true, force: true });
});

/** @returns Bytes received. @throws for any answer but 200, 206 and 304. */
function fetchPart(href: string, headers: Record<string, string>): Promise<{ bytes: number; etag: string }> {
  return new Promise((resolve, reject) => {
    const asked = get(`${hub.url}/shelf/${href}`, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.byteLength));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0 } = response;
        if ([200, 206, 304].includes(statusCode)) resolve({ bytes, etag: response.headers.etag ?? '' });
        else reject(new Error(`${statusCode}`));
      });
    });
    asked.on('error', reject);
  });
}

interface Arrivals {
  readonly latenciesMs: number[];
  readonly errors: string[];
  bytes: number;
}

/** Each begins when it is due, whether the one before has ended or not. */
async function arrive(
  count: number,
  perSecond: number,
  ask: (index: number) => Promise<number>,
): Promise<Arrivals> {
  const seen: Arrivals = { latenciesMs: [], errors: [], bytes: 0 };
  const began = performance.now();
  const running: Promise<unknown>[] = [];
  for (let index = 0; index < count; index++) {
    const due = began + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    running.push(
      ask(index)
        .then((bytes) => {
          seen.latenciesMs.push(performance.now() - due);
          return (seen.bytes += bytes);
        })
        .catch((error: unknown) => seen.errors.push(String(error))),
    );
  }
  await Promise.all(running);
  return seen;
}

/** One after the other until it is told to stop, as a person at the command line would. @returns How many. */
async function publishUntil(isOver: () => boolean): Promise<number> {
  const months = ['2026-10-silent-world', '2026-11-new-sisters'];
  let published = 0;
  while (!isOver()) {
    const month = months[published % months.length] ?? '';
    const child = spawn(process.execPath, ['dist/hub/issue.js', 'add', `src/starter/issues/${month}`], {
      env: { ...process.env, SAME_PAGE_DATA: hub.dataFolder },
      stdio: 'ignore',
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${month} was not published`);
    published += 1;
  }
  return published;
}

it('500 tablets and 50 viewers are answered without an error while months are published', async () => {
  const etags = new Map<number, string>();
  let isOver = false;
  const publishing = publishUntil(() => isOver);
  const [polls, parts] = await Promise.all([
    arrive(seconds * (tablets / everySeconds), tablets / everySeconds, async (index) => {
      const tablet = index % tablets;
      const known = etags.get(tablet);
      const headers = { 'accept-encoding': 'br', ...(known !== undefined && { 'if-none-match': known }) };
      const { bytes, etag } = await fetchPart('catalogue.jws', headers);
      etags.set(tablet, etag);
      return bytes;
    }),
    arrive(seconds * viewers, viewers, async (index) => {
      const start = (Math.floor(index / viewers) % (filmBytes / MiB)) * MiB;
      return (await fetchPart(film, { range: `bytes=${start}-${start + MiB - 1}` })).bytes;
    }),
  ]);
  isOver = true;
  const published = await publishing;
  const of = (name: string, { latenciesMs }: Arrivals) => [
    { name: `${name}, median`, value: quantile(latenciesMs, 0.5), unit: 'ms' },
    { name: `${name}, p99`, value: quantile(latenciesMs, 0.99), unit: 'ms' },
  ];
  const errors = [...polls.errors, ...parts.errors];
  const rows = [
    ...of('catalogue, 100 a second', polls),
    ...of('1 MiB of a film, 50 a second', parts),
    { name: 'films sent', value: parts.bytes / 1e6 / seconds, unit: 'MB/s' },
    { name: 'months published meanwhile', value: published, unit: '' },
    { name: 'errors', value: errors.length, unit: '', limit: '≤ 0' },
  ];
  record('hub-load', rows);
  console.table(rows);
  expect(errors).toEqual([]);
  expect(parts.bytes).toBe(seconds * viewers * MiB);
  expect(published).toBeGreaterThan(0);
});
