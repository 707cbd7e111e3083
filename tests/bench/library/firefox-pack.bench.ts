/**
 * A pack of more than a gigabyte put in by the storage room's own button, in Firefox: that it comes to its end, how fast, and
 * what all the browser's processes together grow by. Skipped, and said so, where Firefox is not installed.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFirefox, missingFor } from '../../support/engines.ts';
import { wrongMedia, readLibrary } from '../../offline/probes.ts';
import { heldBy } from '../browser-memory.ts';
import { record } from '../rows.ts';
import { openBenchSite, type BenchSite } from './bench-site.ts';

const FILMS = Array.from({ length: 4 }, () => 270_000_000);
const MIB = 2 ** 20;
const SETTINGS = JSON.stringify({ club: 'silent-world', preset: 'standard' });
const missing = missingFor('firefox');
if (missing !== null) console.warn(`SKIPPED: a large pack in Firefox, ${missing} is not installed.`);

let site: BenchSite;
let browser: Browser | undefined;
beforeAll(async () => {
  site = await openBenchSite();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await site?.remove();
}, 60_000);

it.skipIf(missing !== null)('a pack of a gigabyte in Firefox', { timeout: 600_000 }, async () => {
  const plan = { month: '2026-11', pieces: 1, sentencesPerPiece: 10, films: FILMS };
  const month = await site.shelf.write(plan);
  await site.shelf.release([month]);
  const pack = path.join(site.folder, 'large.samepage.zip');
  await site.shelf.pack([month], pack);
  // It comes from the pack and from nowhere else.
  for (const film of month.films) await rm(path.join(site.shelf.root, film.href));
  const profile = path.join(site.folder, 'firefox');
  const how = { browser: 'firefox', headless: true, protocolTimeout: 500_000 } as const;
  browser = await launch({ ...how, executablePath: findFirefox() ?? '', userDataDir: profile });
  const page = await browser.newPage();
  await page.goto(`${site.url}/display`);
  await page.evaluate((settings) => localStorage.setItem('same-page.settings', settings), SETTINGS);
  await page.goto(`${site.url}/storage`);
  await page.waitForSelector('input[type="file"]');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const held = (): number => heldBy(profile).browser.anonymous;
  const before = held();
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, held())), 200);
  const started = performance.now();
  const input = await page.$('input[type="file"]');
  if (input?.toElement === undefined) throw new Error('The storage room takes no pack');
  await (await input.toElement('input')).uploadFile(pack);
  await page
    .waitForFunction(() => /放好了/u.test(document.body.innerText), { timeout: 480_000, polling: 250 })
    .finally(() => clearInterval(looking));
  const seconds = (performance.now() - started) / 1000;
  // Before the files are looked at below, which has the page hold a whole one.
  const after = held();
  const { installed = [], blobs = [] } = (await page.evaluate(readLibrary)) ?? {};
  expect(installed.map(({ missing: lacks }) => lacks.length)).toEqual([0]);
  const films = blobs.filter(({ type }) => type === 'video/mp4');
  expect(films.map(({ size }) => size)).toEqual(FILMS);
  expect(await page.evaluate(wrongMedia, films.slice(0, 1))).toEqual([]);
  record('library-pack-firefox', [
    { name: 'pack', value: FILMS.reduce((sum, size) => sum + size, 0) / 1e6, unit: 'MB' },
    { name: 'put in in', value: seconds, unit: 's' },
    { name: 'all processes grew by, at most (anonymous memory)', value: (most - before) / MIB, unit: 'MB' },
    { name: 'and when it was over', value: (after - before) / MIB, unit: 'MB' },
  ]);
});
