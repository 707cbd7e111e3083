/**
 * Writing in a text of 10,000 characters, and the words for the pictures of a long gallery, in the studio: from the key to the picture on
 * the screen, at a quarter of this machine's speed, on the real page with its undo and its saving to disk. Every key counts; the first
 * ones, in a page whose code no engine has made fast yet, are shown by themselves too. What is waited for is only that the app's own
 * files are on disk, which happens once a version, in other processes.
 */
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { FLAGS } from '../support/browser.ts';
import { FACILITATOR, openNewPiece } from '../studio/new-piece.ts';
import { waitFor } from '../support/wait-for.ts';
import { findChromium } from '../tools/chromium.mjs';
import { quantile, record } from './rows.ts';

const CHARACTERS = 10_000;
const KEYS = 300;
const FIRST = 30;
const PICTURES = 30;
const PICTURE = 'src/starter/issues/2026-11-silent-world/cover.png';
const SENTENCES = [
  '我小时候住在虹镇老街，那时候街上没有自来水。',
  '每天早上，大家提着水桶去给水站排队。',
  '“快一点，水要停了！”奶奶站在门口喊，我就跑起来。',
  '后来老街拆了，我们搬进了瑞虹新城，新房子里水龙头一开就有水。',
  '可是我常常想起排队的早晨。',
];

function longText(): string {
  const paragraph = SENTENCES.join('');
  const letters = paragraph.match(/\p{L}/gu)?.length ?? 1;
  return Array.from({ length: Math.ceil(CHARACTERS / letters) }, () => paragraph).join('\n');
}

let browser: Browser;
beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chrome or Chromium found');
  browser = await chromium.launch({ executablePath, args: FLAGS });
});
afterAll(() => browser.close());

/** As on every day but the first: nothing of the app itself is still on its way to the disk. */
async function untilAppIsStored(page: Page): Promise<void> {
  await waitFor('the studio to be stored', () =>
    page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      return active?.state === 'activated' && (await caches.match('/studio-files.json')) !== undefined;
    }),
  );
}

/** Milliseconds from each key to the task after its picture. */
async function typeInto(page: Page, field: Locator): Promise<readonly number[]> {
  await untilAppIsStored(page);
  await field.click();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const onKey = (event: KeyboardEvent): void => {
      const start = event.timeStamp;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => void times.push(performance.now() - start));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    };
    document.addEventListener('keydown', onKey, true);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // Mostly letters, now and then the end of a sentence, which makes a new one.
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 12 === 11 ? '!' : 'a');
    await page.waitForTimeout(80);
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const times = v.parse(v.array(v.number()), await page.evaluate(() => Reflect.get(window, 'times')));
  expect(await field.inputValue()).toContain('aaaaaaaaaaa!');
  return times;
}

async function studioPage(kind: '读物' | '图片展'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(
    (settings) => localStorage.setItem('same-page.settings', JSON.stringify(settings)),
    FACILITATOR,
  );
  await openNewPiece(page, (path) => `${inject('hubUrl')}${path}`, kind);
  return page;
}

it('a key in 10,000 characters', async () => {
  const page = await studioPage('读物');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, longText());
  const times = await typeInto(page, page.getByRole('textbox', { name: '第 40 段：正文', exact: true }));
  await page.context().close();
  expect(times).toHaveLength(KEYS);
  record('studio-typing', [
    { name: 'key to picture, median', value: quantile(times, 0.5), unit: 'ms' },
    { name: 'key to picture, p95', value: quantile(times, 0.95), unit: 'ms', limit: '≤ 50' },
    { name: `the first ${FIRST} keys, p95`, value: quantile(times.slice(0, FIRST), 0.95), unit: 'ms' },
  ]);
});

it('a key in the words for a picture, among thirty', async () => {
  const page = await studioPage('图片展');
  const buffer = readFileSync(PICTURE);
  await page
    .getByLabel('加图片', { exact: true })
    .setInputFiles(
      Array.from({ length: PICTURES }, (_, at) => ({ name: `${at}.png`, mimeType: 'image/png', buffer })),
    );
  const field = page.getByRole('textbox', { name: /第 15 段.*图里有什么/u }).first();
  await field.waitFor({ timeout: 60_000 });
  const times = await typeInto(page, field);
  await page.context().close();
  expect(times).toHaveLength(KEYS);
  record('studio-typing-pictures', [
    { name: 'words for a picture, key to picture, median', value: quantile(times, 0.5), unit: 'ms' },
    { name: 'words for a picture, key to picture, p95', value: quantile(times, 0.95), unit: 'ms' },
  ]);
});
