// Draws the PNG icons of public/ from the two drawings: `node src/app/icons/render.mjs`. Run after changing either.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../tests/tools/chromium.mjs';

const PUBLIC = new URL('../../../public/', import.meta.url);
const any = readFileSync(new URL('favicon.svg', PUBLIC), 'utf8');
const maskable = readFileSync(new URL('maskable.svg', import.meta.url), 'utf8');
const ICONS = [
  ['favicon-32.png', any, 32],
  ['icon-192.png', any, 192],
  ['icon-512.png', any, 512],
  ['icon-maskable-192.png', maskable, 192],
  ['icon-maskable-512.png', maskable, 512],
  // iOS rounds the corners itself and shows black where there is nothing.
  ['apple-touch-icon.png', maskable, 180],
];

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const [name, svg, size] of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: new URL(name, PUBLIC).pathname, omitBackground: true });
}
await browser.close();
