/** One film of 64 MiB from the hub and from nginx, turn by turn in one run; and whether the hub's memory stays where it is. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHub, type RunningHub } from '../../support/hub-setup.ts';
import { quantile, record } from '../rows.ts';
import { hasNginx, startNginx, type Nginx } from './nginx.ts';

const MiB = 1024 * 1024;
const fileBytes = 64 * MiB;
const readers = 4;
const filesEach = 4;
const rounds = 5;

let work: string;
let hub: RunningHub;
let nginx: Nginx;
let href: string;

beforeAll(async () => {
  if (!hasNginx) return;
  work = await mkdtemp(path.join(tmpdir(), 'same-page-throughput-'));
  hub = await startHub({ dataFolder: path.join(work, 'data') });
  const film = randomBytes(fileBytes);
  const sha256 = createHash('sha256').update(film).digest('hex');
  href = `blobs/sha256/${sha256.slice(0, 2)}/${sha256}.mp4`;
  const file = path.join(hub.dataFolder, 'shelf', href);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, film);
  nginx = await startNginx(work, path.join(hub.dataFolder, 'shelf'));
}, 120_000);
afterAll(async () => {
  if (!hasNginx) return;
  await nginx.stop();
  await hub.stop();
  await rm(work, { recursive: true, force: true });
});

/** MB/s of all readers together. */
async function fetchAll(origin: string): Promise<number> {
  const started = performance.now();
  const addresses = Array.from({ length: filesEach }, () => ['-o', '/dev/null', `${origin}/shelf/${href}`]);
  const curls = Array.from({ length: readers }, () =>
    spawn('curl', ['--fail', '--silent', ...addresses.flat()], { stdio: 'ignore' }),
  );
  for (const [code] of await Promise.all(curls.map((curl) => once(curl, 'exit')))) expect(code).toBe(0);
  return (readers * filesEach * fileBytes) / 1e6 / ((performance.now() - started) / 1000);
}

async function residentMiB(pid: number): Promise<number> {
  const [, pages = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
  return (Number(pages) * 4096) / MiB;
}

it.skipIf(!hasNginx)('a film comes at a third of nginx’s speed or more, and memory stays flat', async () => {
  await fetchAll(hub.url);
  await fetchAll(nginx.url);
  const ratios: number[] = [];
  const speeds: { hub: number; nginx: number }[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const speed = { hub: await fetchAll(hub.url), nginx: await fetchAll(nginx.url) };
    speeds.push(speed);
    ratios.push(speed.hub / speed.nginx);
    memory.push(await residentMiB(hub.pid));
  }
  const ratio = quantile(ratios, 0.5);
  const growth = (memory.at(-1) ?? 0) - (memory[0] ?? 0);
  record('hub-throughput', [
    {
      name: 'hub, a 64 MiB film to 4 readers',
      value: quantile(
        speeds.map((s) => s.hub),
        0.5,
      ),
      unit: 'MB/s',
    },
    {
      name: 'nginx, the same film in the same run',
      value: quantile(
        speeds.map((s) => s.nginx),
        0.5,
      ),
      unit: 'MB/s',
    },
    { name: 'hub ÷ nginx', value: ratio, unit: '', limit: '≥ 0.33' },
    { name: 'memory of the hub after 5 GB', value: memory.at(-1) ?? 0, unit: 'MiB' },
    { name: 'growth from the first GB to the fifth', value: growth, unit: 'MiB', limit: '≤ 32' },
  ]);
  console.log({ ratio, speeds, memory });
  expect(ratio).toBeGreaterThanOrEqual(0.33);
  expect(growth).toBeLessThanOrEqual(32);
});
