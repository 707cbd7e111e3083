// Renews the pictures of the README from a running hub: node tests/tools/screenshots.mjs http://localhost:4173
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const [hub = 'http://localhost:4173'] = process.argv.slice(2);
const FOLDER = '.readme';
const silent = { club: 'silent-world', preset: 'standard' };
const sisters = { club: 'new-sisters', preset: 'standard' };
const tapSentence = (number) => async (page) => {
  await page
    .locator('[data-sentence]')
    .nth(number - 1)
    .locator('[data-word]')
    .first()
    .click();
  await page.waitForTimeout(1500);
};
const play = async (page) => {
  await page.getByRole('button', { name: '播放' }).first().click();
  await page.waitForTimeout(4000);
};
/** As it is on every day but the first; only a worker can keep the app itself. */
const untilStored = (page) => page.getByText('已经存好').first().waitFor({ timeout: 120_000 });
const openTerm = async (page) => {
  await page.locator('[data-term]').nth(1).click();
  await page.waitForTimeout(1200);
};

const SHOTS = [
  { name: 'home', path: '/', settings: silent, after: untilStored },
  {
    name: 'reader',
    path: '/read/2026-11-silent-world/old-street-morning',
    settings: silent,
    after: tapSentence(4),
  },
  { name: 'term', path: '/read/2026-11-silent-world/old-street-morning', settings: silent, after: openTerm },
  { name: 'film', path: '/read/2026-11-silent-world/a-day-in-ruihong', settings: silent, after: play },
  { name: 'sisters', path: '/', settings: sisters, after: untilStored },
  { name: 'display', path: '/display', settings: { ...sisters, theme: 'night' } },
  {
    name: 'phone',
    path: '/read/2026-11-silent-world/old-street-morning',
    settings: { ...silent, text: 'larger' },
    viewport: { width: 390, height: 844 },
  },
];

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { name, path, settings, after, viewport = { width: 1024, height: 768 } } of SHOTS) {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: after === untilStored ? 'allow' : 'block',
  });
  await context.addInitScript(
    (value) => localStorage.setItem('same-page.settings', value),
    JSON.stringify(settings),
  );
  const page = await context.newPage();
  await page.goto(`${hub}${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(2500);
  await after?.(page);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
}
await browser.close();
