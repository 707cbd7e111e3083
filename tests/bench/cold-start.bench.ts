/**
 * From a tap on a direct link to the first sentence a person can read: nothing cached, 4× slower CPU, 1.6 Mbit/s,
 * 150 ms. The sentence counts when it has been painted, not when it is in the tree.
 */
import { expect, inject, it } from 'vitest';
import { useBrowser, VIEWPORTS } from '../support/browser.ts';
import { piecesOnShelf } from '../support/places.ts';
import { quantile, record } from './rows.ts';

const RUNS = 9;
const KBIT = 1000 / 8;

const club = useBrowser();

it('cold start by direct link', async () => {
  const reading = (await piecesOnShelf(inject('hubUrl'))).find(
    (entry) => entry.kind === 'reading' && entry.issue === '2026-11-silent-world',
  );
  if (!reading) throw new Error('The starter has no reading');
  const times: number[] = [];
  const bytes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { page, context } = await club.tablet({
      viewport: VIEWPORTS.landscape,
      settings: { club: 'silent-world', preset: 'standard' },
    });
    await context.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (document.querySelector('[data-sentence]') === null) return;
        look.disconnect();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => performance.mark('first-sentence'));
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      });
      look.observe(document, { childList: true, subtree: true });
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1600 * KBIT,
      uploadThroughput: 1600 * KBIT,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let received = 0;
    session.on('Network.loadingFinished', (event) => (received += event.encodedDataLength));
    await page.goto(club.url(`/read/${reading.issue}/${reading.piece}`), { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('first-sentence').length > 0, null, {
      timeout: 60_000,
    });
    times.push(
      await page.evaluate(() => performance.getEntriesByName('first-sentence')[0]?.startTime ?? Number.NaN),
    );
    bytes.push(received);
    await context.close();
  }
  expect(times.every((time) => time > 0)).toBe(true);
  record('cold-start', [
    {
      name: 'first sentence readable, median',
      value: quantile(times, 0.5) / 1000,
      unit: 's',
      limit: '≤ 1.2',
    },
    { name: 'first sentence readable, slowest of 9', value: Math.max(...times) / 1000, unit: 's' },
    {
      name: 'transferred until then and shortly after, median',
      value: quantile(bytes, 0.5) / 1000,
      unit: 'kB',
    },
  ]);
});
