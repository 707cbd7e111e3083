/**
 * From a tap on a direct link to the first sentence a person can read: nothing cached, 4× slower CPU, 1.6 Mbit/s,
 * 150 ms. The sentence counts when it has been painted, not when it is in the tree.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { piecesOnShelf } from '../support/places.ts';
import { openBareBrowser, type BareBrowser, type BarePage } from './bare-browser.ts';
import { quantile, record } from './rows.ts';

const RUNS = 9;
const BYTES_PER_SECOND = (1600 * 1000) / 8;

/** Calls the binding once the first sentence has been painted. */
const REPORT = `{
  const look = new MutationObserver(() => {
    if (document.querySelector('[data-sentence]') === null) return;
    look.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => readable(String(performance.now()));
      channel.port2.postMessage(null);
    });
  });
  look.observe(document, { childList: true, subtree: true });
}`;

let browser: BareBrowser;
beforeAll(async () => void (browser = await openBareBrowser()));
afterAll(() => browser.close());

/** Club and look are chosen, as on every tablet that follows a link; otherwise the profile is new. */
async function choose(page: BarePage): Promise<void> {
  const loaded = new Promise((resolve) => page.on('Page.loadEventFired', resolve));
  await page.send('Page.enable');
  await page.send('Page.navigate', { url: new URL('/robots.txt', inject('hubUrl')).href });
  await loaded;
  await page.send('Runtime.evaluate', {
    expression: `localStorage.setItem('same-page.settings', '{"club":"silent-world","preset":"standard"}')`,
  });
}

async function slowDown(page: BarePage): Promise<void> {
  await page.send('Network.enable');
  await page.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await page.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

it('cold start by direct link', async () => {
  const reading = (await piecesOnShelf(inject('hubUrl'))).find(
    (entry) => entry.kind === 'reading' && entry.issue === '2026-11-silent-world',
  );
  if (!reading) throw new Error('The starter has no reading');
  const url = new URL(`/read/${reading.issue}/${reading.piece}`, inject('hubUrl')).href;
  const times: number[] = [];
  const bytes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    const size = { width: 1024, height: 768, deviceScaleFactor: 1, mobile: false };
    await page.send('Emulation.setDeviceMetricsOverride', size);
    await choose(page);
    await page.send('Runtime.enable');
    await page.send('Runtime.addBinding', { name: 'readable' });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: REPORT });
    await slowDown(page);
    let received = 0;
    page.on('Network.loadingFinished', (event) => (received += Number(event['encodedDataLength'])));
    const readable = new Promise<number>((resolve) =>
      page.on('Runtime.bindingCalled', ({ payload }) => resolve(Number(payload))),
    );
    await page.send('Page.navigate', { url });
    times.push(await readable);
    bytes.push(received);
    await page.close();
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
    { name: 'transferred until then, median', value: quantile(bytes, 0.5) / 1000, unit: 'kB' },
  ]);
});
