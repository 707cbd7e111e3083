/**
 * A phone's film of fifteen minutes in 1080p brought into the sign step: how fast it is prepared, and what memory grows by between the
 * first and the last fifth of the work. Everything is written as it is made, so it must not matter how long the film is.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PageHarness } from '../support/page-harness.ts';
import {
  newProfile,
  openSignHarness,
  openStudio,
  removeProfile,
  type Studio,
} from '../studio/sign-studio.ts';
import { privateBytes } from './browser-memory.ts';
import { quantile, record } from './rows.ts';

const MINUTES = Number(process.env['FILM_MINUTES'] ?? 15);
const MIB = 2 ** 20;
const SAMPLE_MS = 2000;

let harness: PageHarness;
let profile: string;
let studio: Studio;
beforeAll(async () => {
  harness = await openSignHarness();
  profile = await newProfile();
}, 120_000);
afterAll(async () => {
  await studio?.context.close();
  await removeProfile(profile);
  await harness?.close();
});

/** Half a minute that moves, again and again: made in seconds, as large as a phone's, its index last. */
function makeFilm(folder: string): string {
  const [part, film] = [path.join(folder, 'part.mp4'), path.join(folder, 'film.mp4')];
  const run = (...args: string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30:duration=30'];
  const sound = ['-f', 'lavfi', '-i', 'sine=duration=30'];
  const video = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '6M', '-g', '60', '-pix_fmt', 'yuv420p'];
  run(...picture, ...sound, ...video, '-c:a', 'aac', part);
  run('-stream_loop', String(MINUTES * 2 - 1), '-i', part, '-c', 'copy', '-movflags', '0', film);
  return film;
}

interface Sample {
  readonly fraction: number;
  readonly heapBytes: number;
  readonly pageBytes: number;
  readonly browserBytes: number;
}

it(`a film of ${MINUTES} minutes in 1080p`, async () => {
  const film = makeFilm(harness.files);
  studio = await openStudio({ profile, address: harness.address, query: 'sentences=2' });
  const { page, context } = studio;
  const session = await context.newCDPSession(page);
  await page.getByRole('button', { name: '加一条手语' }).first().click();
  const began = performance.now();
  await page.getByLabel('放进视频', { exact: true }).setInputFiles(film);
  const samples: Sample[] = [];
  for (;;) {
    await page.waitForTimeout(SAMPLE_MS);
    const fraction = await page.evaluate(() => document.querySelector('progress')?.value ?? null);
    if (fraction === null) break;
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    samples.push({
      fraction,
      heapBytes: usedSize,
      pageBytes: privateBytes(profile),
      browserBytes: privateBytes(profile, 'any'),
    });
  }
  await page.getByText('做好了，已经存好。').waitFor();
  const seconds = (performance.now() - began) / 1000;
  const track = await page.evaluate(() => window.signPage.piece().tracks[0]);
  expect(track?.media).toMatchObject({ width: 1280, height: 720, hasAudio: false });
  expect(track?.media?.durationSeconds).toBeCloseTo(MINUTES * 60, -1);

  const middle = (from: number, to: number, of: (sample: Sample) => number): number =>
    quantile(samples.filter(({ fraction }) => fraction >= from && fraction < to).map(of), 0.5) / MIB;
  const growth = (of: (sample: Sample) => number): number => middle(0.8, 1, of) - middle(0.15, 0.35, of);
  const most = (of: (sample: Sample) => number): number => Math.max(...samples.map(of)) / MIB;
  const heap = growth(({ heapBytes }) => heapBytes);
  const whole = growth(({ browserBytes }) => browserBytes);
  console.info(
    `${MINUTES} min (${Math.round(statSync(film).size / MIB)} MiB) in ${Math.round(seconds)} s; page at most ${Math.round(most(({ pageBytes }) => pageBytes))} MiB, browser ${Math.round(most(({ browserBytes }) => browserBytes))} MiB, heap ${Math.round(most(({ heapBytes }) => heapBytes))} MiB`,
  );
  record('film-import', [
    { name: `1080p prepared, ${MINUTES} min of film`, value: (MINUTES * 60) / seconds, unit: '× real time' },
    { name: 'JavaScript heap, last fifth over second', value: heap, unit: 'MiB', limit: '≤ 32' },
    { name: 'whole browser, last fifth over second', value: whole, unit: 'MiB', limit: '≤ 150' },
    { name: 'whole browser, at most', value: most(({ browserBytes }) => browserBytes), unit: 'MiB' },
  ]);
  expect(heap).toBeLessThanOrEqual(32);
  expect(whole).toBeLessThanOrEqual(150);
}, 3_600_000);
