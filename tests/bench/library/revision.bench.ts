/** A month that was corrected in one caption: what moves is the caption and the lists that name it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import path from 'node:path';
import { record } from '../rows.ts';
import { openBenchSite, type BenchSite } from './bench-site.ts';
import { openBenchTablet, type BenchTablet } from './bench-tablet.ts';
import { monthsBack } from './bench-shelf.ts';

let site: BenchSite;
let tablet: BenchTablet;
beforeAll(async () => {
  site = await openBenchSite();
});
afterAll(async () => {
  await tablet?.close();
  await site?.remove();
});

it('one changed caption of an installed month', async () => {
  const plans = monthsBack(4).map((month) => ({
    month,
    pieces: 6,
    sentencesPerPiece: 40,
    films: [12_000_000],
    caption: '给水站在弄堂口',
  }));
  const months = [];
  for (const plan of plans) months.push(await site.shelf.write(plan));
  await site.shelf.release(months);
  tablet = await openBenchTablet(path.join(site.folder, 'profile'));
  const { page } = tablet;
  await page.goto(`${site.url}/storage`);
  await page.getByText(/^4 期，/u).waitFor({ timeout: 120_000 });

  const [first, ...others] = months;
  const [plan] = plans;
  if (!first || !plan) throw new Error('There is no month');
  const before = new Set(first.blobs.map(({ sha256 }) => sha256));
  // The film is noise made anew each time: the revised month keeps the one it had.
  const revised = await site.shelf.write({ ...plan, caption: '给水站就在弄堂口', films: [], keep: first });
  const changed = revised.blobs.filter(({ sha256 }) => !before.has(sha256));
  await site.shelf.release([revised, ...others]);
  site.forget();
  await page.goto(`${site.url}/storage`);
  await expect
    .poll(
      () =>
        page.evaluate(async (hash) => {
          const database = await new Promise<IDBDatabase>((resolve, reject) => {
            const opening = indexedDB.open('same-page');
            opening.addEventListener('success', () => resolve(opening.result));
            opening.addEventListener('error', () => reject(opening.error));
          });
          const asked = database.transaction('installed').objectStore('installed').getAll();
          const all = await new Promise<{ manifest: { sha256: string } }[]>((resolve) => {
            asked.addEventListener('success', () => resolve(asked.result));
          });
          database.close();
          return all.some(({ manifest }) => manifest.sha256 === hash);
        }, revised.manifest.sha256),
      { timeout: 60_000 },
    )
    .toBe(true);
  const changedBytes = changed.reduce((sum, { size }) => sum + size, 0);
  const overhead = site.sentBytes() - changedBytes;
  expect(changed.length).toBeGreaterThan(1);
  record('library-revision', [
    { name: 'bytes of the files that changed', value: changedBytes / 1000, unit: 'kB' },
    {
      name: 'moved more than these (texts travel compressed)',
      value: overhead / 1024,
      unit: 'KB',
      limit: '≤ 64',
    },
  ]);
  expect(overhead).toBeLessThanOrEqual(64 * 1024);
});
