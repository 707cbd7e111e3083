/**
 * Packs of a shelf of 5 GiB, by the studio's download and by the command line: written as they go, in a memory that stays where it is,
 * also where whoever receives is much slower than the disk.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PackPlanSchema, type PackPlan } from '../../../src/core/release/pack-plan.ts';
import { openWorkshop } from '../../../src/hub/fixture.ts';
import { openShelf } from '../../../src/hub/open-shelf.ts';
import { signIn } from '../../studio/machines.ts';
import { startHub, type RunningHub } from '../../support/hub-setup.ts';
import { openBenchShelf } from '../library/bench-shelf.ts';
import { record, type Row } from '../rows.ts';

const MiB = 1024 * 1024;
const films = Array.from({ length: 8 }, () => 640 * MiB);
const mostGrowthMiB = 120;

let work: string;
let hub: RunningHub;
let cookie: string;
const rows: Row[] = [];

beforeAll(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'same-page-pack-'));
  const data = path.join(work, 'data');
  const { config, clear } = await openWorkshop();
  const { keys } = await openShelf({ ...config, data });
  await clear();
  const bench = await openBenchShelf(path.join(data, 'shelf'), keys);
  await bench.release([await bench.write({ month: '2026-11', pieces: 8, sentencesPerPiece: 40, films })]);
  hub = await startHub({ dataFolder: data });
  cookie = await signIn(data, hub.url);
}, 400_000);
afterAll(async () => {
  record('hub-pack-memory', rows);
  await hub?.stop();
  await rm(work, { recursive: true, force: true });
});

async function residentMiB(pid: number): Promise<number> {
  const [, pages = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')).split(' ');
  return (Number(pages) * 4096) / MiB;
}

/** The most it holds while something goes on. */
async function peakOf<T>(
  pid: number,
  work: Promise<T>,
): Promise<{ readonly peak: number; readonly result: T }> {
  let peak = 0;
  const look = async (): Promise<void> => {
    peak = Math.max(peak, await residentMiB(pid));
  };
  const timer = setInterval(() => void look(), 50);
  try {
    return { result: await work, peak };
  } finally {
    clearInterval(timer);
  }
}

async function planned(): Promise<PackPlan> {
  const response = await fetch(`${hub.url}/api/packs`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return v.parse(PackPlanSchema, await response.json());
}

/** @returns Bytes that came. */
async function download(plan: PackPlan, volume: number, more: readonly string[] = []): Promise<number> {
  const file = path.join(work, `volume-${volume}`);
  const address = `${hub.url}/api/packs/${volume}?sequence=${plan.sequence}`;
  const curl = spawn('curl', ['-fsS', '-H', `cookie: ${cookie}`, ...more, '-o', file, address], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await once(curl, 'exit');
  const { size } = await stat(file);
  await rm(file);
  return size;
}

it('a download of 5 GiB leaves the hub’s memory where it was', async () => {
  const plan = await planned();
  const total = plan.volumes.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total).toBeGreaterThan(5 * 1024 * MiB);
  const before = await residentMiB(hub.pid);
  const began = performance.now();
  const all = async (): Promise<number[]> => {
    const sizes: number[] = [];
    for (const [index] of plan.volumes.entries()) sizes.push(await download(plan, index + 1));
    return sizes;
  };
  const { peak, result } = await peakOf(hub.pid, all());
  expect(result).toEqual(plan.volumes.map(({ bytes }) => bytes));
  const seconds = (performance.now() - began) / 1000;
  rows.push(
    {
      name: `hub, resident before a pack of ${(total / 1024 / MiB).toFixed(1)} GiB is downloaded`,
      value: before,
      unit: 'MiB',
    },
    { name: 'hub, most resident while it is', value: peak, unit: 'MiB' },
    { name: 'hub, growth by it', value: peak - before, unit: 'MiB', limit: `≤ ${mostGrowthMiB}` },
    { name: 'hub, a pack made and sent', value: total / 1e6 / seconds, unit: 'MB/s' },
  );
  expect(peak - before).toBeLessThanOrEqual(mostGrowthMiB);
});

it('a receiver at 4 MB/s is waited for, not filled up for', async () => {
  const plan = await planned();
  const before = await residentMiB(hub.pid);
  const { peak } = await peakOf(hub.pid, download(plan, 1, ['--limit-rate', '4M', '--max-time', '20']));
  rows.push({
    name: 'hub, growth for a receiver at 4 MB/s',
    value: peak - before,
    unit: 'MiB',
    limit: `≤ ${mostGrowthMiB}`,
  });
  expect(peak - before).toBeLessThanOrEqual(mostGrowthMiB);
});

it('the command line writes the same pack in as little', async () => {
  const out = path.join(work, 'stick');
  const env = { ...process.env, SAME_PAGE_DATA: hub.dataFolder };
  const child = spawn(process.execPath, ['dist/hub/issue.js', 'pack', out], {
    env,
    stdio: 'inherit',
  });
  const { peak, result } = await peakOf(child.pid ?? 0, once(child, 'exit'));
  expect(result[0]).toBe(0);
  const written = (await readdir(work)).filter((name) => name.startsWith('stick'));
  expect(written.length).toBeGreaterThan(1);
  rows.push({
    name: 'command line, most resident while it writes a pack of 5 GiB',
    value: peak,
    unit: 'MiB',
    limit: '≤ 250',
  });
  expect(peak).toBeLessThanOrEqual(250);
});
