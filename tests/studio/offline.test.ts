/** Once opened, the studio is there without a network; a member's tablet never fetched any of it. */
import { afterAll, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { expectSaved, makeMonth, monthOf, summary } from './studio-pages.ts';

const { tablet } = useBrowser();
/** The network of the page: cut, nothing answers any more. */
let network: Proxy | null = null;
afterAll(() => network?.stop());

const SETTINGS = { club: 'silent-world', preset: 'standard' };
const STEPS = ['text', 'words', 'sign', 'check', 'preview'];

it('opens every page of a month with the hub switched off, and works on', async () => {
  network = await startProxy(inject('hubUrl'));
  const { url: origin } = network;
  const url = (path: string): string => `${origin}${path}`;
  const { page } = await tablet({ settings: SETTINGS, serviceWorkers: 'allow' });
  const studioCaches = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('same-page.studio.'));
      const complete = await Promise.all(
        names.map(async (name) => (await caches.open(name)).match('/studio-files.json')),
      );
      return complete.filter(Boolean).length;
    });

  await page.goto(url('/'));
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await studioCaches()).toBe(0);

  await makeMonth(page, url);
  await page.getByRole('button', { name: '加一篇' }).click();
  await page.getByRole('button', { name: '读物', exact: true }).click();
  await expectSaved(page);
  await expect.poll(studioCaches, { timeout: 60_000 }).toBe(1);
  // From here on the worker answers; this page was opened before it had taken over.
  await page.reload();
  const month = monthOf(page);
  await network.stop();

  await page.goto(url('/studio'));
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  await page.goto(url(month));
  await summary(page).fill('没有网也能写。');
  await expectSaved(page);
  await page.getByRole('link', { name: '去发布' }).click();
  await page.getByRole('heading', { level: 1, name: /发布/u }).waitFor();
  await page.goto(url(`${month}/reading-1/text`));
  await page.getByRole('button', { name: '加一段', exact: true }).click();
  await page.keyboard.type('孩子长大了。');
  await expectSaved(page);
  for (const step of STEPS) {
    await page.goto(url(`${month}/reading-1/${step}`));
    await page.getByRole('navigation', { name: '制作步骤' }).waitFor();
    // The dictionary, too, and the worker that reads it.
    if (step === 'words') await page.getByRole('button', { name: /^孩子/u }).waitFor({ timeout: 30_000 });
  }
}, 240_000);
