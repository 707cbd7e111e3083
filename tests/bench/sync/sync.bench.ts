/**
 * The film's two clocks on real frames, in the real app with the starter's film: how far apart signing and film are, how
 * they come together again after the signing's network fails, how long a tapped sentence takes to be seen.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { SILENT, piecesOnShelf } from '../../support/places.ts';
import { useBrowser, VIEWPORTS } from '../../support/browser.ts';
import { quantile, record, type Row } from '../rows.ts';
import { startHoldingProxy, type HoldingProxy } from './holding-proxy.ts';
import { installMeter } from './in-page.ts';

const ISSUE = '2026-11-silent-world';
const STEADY_SECONDS = 30;
const STALL_SECONDS = 3.3;
const TAPS = 24;
const TOGETHER_SECONDS = 0.04;

const club = useBrowser();
let proxy: HoldingProxy;
let signPath = '';

beforeAll(async () => {
  proxy = await startHoldingProxy(inject('hubUrl'), (path) => signPath !== '' && path.endsWith(signPath));
});
afterAll(() => proxy.stop());

async function open(kind: 'film' | 'reading') {
  const found = (await piecesOnShelf(inject('hubUrl'))).find(
    (piece) => piece.issue === ISSUE && piece.kind === kind,
  );
  if (!found) throw new Error(`The starter has no ${kind}`);
  const { page } = await club.tablet({
    viewport: VIEWPORTS.landscape,
    settings: { ...SILENT, filmView: 'side-by-side' },
  });
  await page.goto(`${proxy.url}/read/${ISSUE}/${found.piece}`);
  await page.locator('video').first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('video')].every((one) => one.readyState >= 3),
  );
  return page;
}

it('steady offset', { timeout: 120_000 }, async () => {
  const page = await open('film');
  await page.evaluate(installMeter, 0);
  await page.getByRole('button', { name: '播放', exact: true }).click();
  await page.waitForTimeout((2 + STEADY_SECONDS) * 1000);
  const { offsets, seeks, frames } = await page.evaluate(() => ({
    offsets: window.meter.offsets,
    seeks: window.meter.signSeeksAtMs.length,
    frames: window.meter.frames,
  }));
  const start = offsets[0]?.atMs ?? 0;
  const steady = offsets
    .filter(({ atMs }) => atMs > start + 2000)
    .map(({ seconds }) => Math.abs(seconds) * 1000);
  expect(steady.length).toBeGreaterThan(100);
  record('sync-steady', [
    { name: 'signing and film apart, steady, p95', value: quantile(steady, 0.95), unit: 'ms', limit: '≤ 40' },
    { name: 'signing and film apart, steady, median', value: quantile(steady, 0.5), unit: 'ms' },
    { name: 'hard seeks meanwhile', value: seeks, unit: '', limit: '≤ 0' },
    { name: 'frames compared', value: steady.length, unit: '', limit: '≥ 300' },
    { name: 'film frames presented a second', value: frames.film / (2 + STEADY_SECONDS), unit: '' },
  ]);
});

it('after the signing stalls', { timeout: 180_000 }, async () => {
  const page = await open('film');
  // Learnt here, then the page is opened anew with that file under control.
  const { path, bytesPerSecond } = await page.evaluate(async () => {
    const film = document.querySelector('[data-film] video');
    const sign = [...document.querySelectorAll('video')].find((one) => one !== film);
    const head = await fetch(sign?.src ?? '', { method: 'HEAD' });
    const size = Number(head.headers.get('content-length'));
    return { path: new URL(sign?.src ?? '').pathname, bytesPerSecond: size / (sign?.duration ?? 1) };
  });
  await page.context().close();
  signPath = path;
  // A little faster than it plays: enough to go on, never far ahead.
  proxy.pace(bytesPerSecond * 1.6);
  const slow = await open('film');
  await slow.evaluate(installMeter, 0);
  await slow.getByRole('button', { name: '播放', exact: true }).click();
  await slow.waitForTimeout(2500);

  proxy.hold();
  await slow.waitForFunction(
    () => {
      const film = document.querySelector('[data-film] video');
      return [...document.querySelectorAll('video')].some((one) => one !== film && one.readyState < 3);
    },
    null,
    { timeout: 60_000 },
  );
  await slow.waitForTimeout(300);
  const filmAt = () =>
    slow.evaluate(() => document.querySelector<HTMLVideoElement>('[data-film] video')?.currentTime);
  const heldFrom = (await filmAt()) ?? 0;
  await slow.waitForTimeout(STALL_SECONDS * 1000 - 300);
  const heldTo = (await filmAt()) ?? 0;
  const isSaid = await slow.getByText('手语还没传到').isVisible();
  const backAtMs = await slow.evaluate(() => performance.now());
  // Data is back, still at no more than a weak signal's rate.
  proxy.pace(bytesPerSecond * 6);
  proxy.release();
  await slow.waitForTimeout(5000);

  const { offsets, signSeeksAtMs } = await slow.evaluate(() => ({
    offsets: window.meter.offsets,
    signSeeksAtMs: window.meter.signSeeksAtMs,
  }));
  signPath = '';
  proxy.pace(null);
  const after = offsets.filter(({ atMs }) => atMs > backAtMs);
  const together = after.find((_, index) => {
    const next = after.slice(index, index + 5);
    return next.length === 5 && next.every(({ seconds }) => Math.abs(seconds) <= TOGETHER_SECONDS);
  });
  const rows: Row[] = [
    {
      name: `together again after ${STALL_SECONDS} s without signing`,
      value: ((together?.atMs ?? backAtMs + 99_000) - backAtMs) / 1000,
      unit: 's',
      limit: '≤ 1',
    },
    { name: 'the film went on meanwhile', value: heldTo - heldFrom, unit: 's', limit: '≤ 0.05' },
    { name: 'it was said why (1 = yes)', value: isSaid ? 1 : 0, unit: '', limit: '≥ 1' },
    {
      name: 'hard seeks after the stall',
      value: signSeeksAtMs.filter((atMs) => atMs > backAtMs).length,
      unit: '',
      limit: '≤ 0',
    },
  ];
  expect(after.length).toBeGreaterThan(20);
  record('sync-stall', rows);
});

it('tap to frame', { timeout: 180_000 }, async () => {
  const rows: Row[] = [];
  for (const { kind, name, selector } of [
    { kind: 'reading', name: 'reading: tapped sentence to its signed frame', selector: '[data-sentence]' },
    { kind: 'film', name: 'film: tapped line to both frames', selector: '[data-line]' },
  ] as const) {
    const page = await open(kind);
    // From stored media (numbers.md): the browser has the whole files, so that no jump waits for a network.
    await page.evaluate(async () => {
      for (const { src } of document.querySelectorAll('video')) await (await fetch(src)).arrayBuffer();
    });
    if (kind === 'film') await page.getByRole('button', { name: '文字稿' }).click();
    await page.evaluate(installMeter, 0);
    const times: number[] = [];
    const ids = await page.evaluate(
      (all) =>
        [...document.querySelectorAll<HTMLElement>(all)]
          .filter((one) => one.dataset.sound === undefined)
          .map((one) => one.dataset.sentence ?? one.dataset.line ?? ''),
      selector,
    );
    for (let tap = 0; tap < TAPS; tap += 1) {
      // Never the neighbour: each tap is a jump.
      const id = ids[(tap * 5 + 3) % ids.length];
      const target = kind === 'film' ? `[data-line="${id}"]` : `[data-sentence="${id}"] [data-word]`;
      times.push(await page.evaluate((one) => window.meter.tap(one), target));
      await page.waitForTimeout(700);
    }
    rows.push({ name: `${name}, p95`, value: quantile(times, 0.95), unit: 'ms', limit: '≤ 150' });
    rows.push({ name: `${name}, median`, value: quantile(times, 0.5), unit: 'ms' });
    expect(times).toHaveLength(TAPS);
    await page.context().close();
  }
  record('tap-to-frame', rows);
});
