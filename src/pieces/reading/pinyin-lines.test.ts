/** In a real engine, since only one lays out lines: showing pinyin moves nothing, and no line changes its height. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../tests/tools/chromium.mjs';

const executablePath = findChromium();
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

describe.skipIf(executablePath === null)('pinyin over the text', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pinyin-lines-'));
    await build({
      configFile: false,
      logLevel: 'error',
      root: path.dirname(fileURLToPath(import.meta.url)),
      plugins: [preact()],
      build: {
        outDir: folder,
        emptyOutDir: true,
        minify: false,
        target: 'esnext',
        cssCodeSplit: false,
        rolldownOptions: {
          input: fileURLToPath(new URL('pinyin-lines.page.tsx', import.meta.url)),
          output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
        },
      },
    });
    const html =
      '<!doctype html><html lang="zh-Hans"><link rel="stylesheet" href="/page.css"><body><script type="module" src="/page.js"></script>';
    server = createServer((request, response) => {
      const name = path.join(folder, path.normalize(request.url ?? '/'));
      readFile(name).then(
        (bytes) => response.setHeader('Content-Type', types[path.extname(name)] ?? '').end(bytes),
        () => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = server.address();
    address = `http://127.0.0.1:${typeof port === 'object' && port ? port.port : 0}/`;
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const text of ['standard', 'giant']) {
    for (const width of [320, 768]) {
      it(`moves no line when it is shown or tapped (${text}, ${width} px)`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(address);
        await page.evaluate((size) => document.documentElement.setAttribute('data-text', size), text);
        await page.locator('[data-sentence]').first().waitFor();
        const without = await places(page);
        expect(without.length).toBeGreaterThan(4);

        for (const mode of ['new', 'tap', 'off', 'new']) {
          await setPinyin(page, mode);
          expect({ mode, places: await places(page) }).toEqual({ mode, places: without });
        }
        await setPinyin(page, 'tap');
        await page.locator('[data-word="3"]').first().click();
        await page.locator('rt').first().waitFor();
        expect(await places(page)).toEqual(without);
        await page.close();
      });

      it(`keeps every line as high with all of it (${text}, ${width} px)`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(address);
        await page.evaluate((size) => document.documentElement.setAttribute('data-text', size), text);
        await page.locator('[data-sentence]').first().waitFor();
        await setPinyin(page, 'all');
        await page.locator('rt').first().waitFor();
        const { heights, lineHeight } = await paragraphHeights(page);
        for (const height of heights)
          expect(Math.abs(height / lineHeight - Math.round(height / lineHeight))).toBeLessThan(0.02);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.close();
      });
    }
  }

  it('is left out of what is copied', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('[data-sentence]').first().waitFor();
    await setPinyin(page, 'all');
    await page.locator('rt').first().waitFor();
    const copied = await page.evaluate(() => {
      const first = document.querySelector('p');
      if (first) getSelection()?.selectAllChildren(first);
      return getSelection()?.toString();
    });
    expect(copied).toBe('我是在虹镇老街长大的。那里的弄堂很窄。');
    await page.close();
  });
});

async function setPinyin(page: Page, mode: string): Promise<void> {
  await page.evaluate((detail) => {
    dispatchEvent(new CustomEvent('set-pinyin', { detail }));
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, mode);
}

/** Where every line of every sentence is. */
async function places(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-sentence]')].flatMap((sentence) =>
      [...sentence.getClientRects()].map((box) =>
        [box.left, box.top + scrollY, box.width].map((value) => value.toFixed(1)).join(' '),
      ),
    ),
  );
}

async function paragraphHeights(page: Page): Promise<{ heights: number[]; lineHeight: number }> {
  return page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('p')];
    const first = paragraphs[0];
    return {
      heights: paragraphs.map((one) => one.getBoundingClientRect().height),
      lineHeight: first ? Number.parseFloat(getComputedStyle(first).lineHeight) : 0,
    };
  });
}
