/** The importers built as the product builds them, in a page that can reach nothing: every request is answered here and noted. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { appPolicy } from '../../src/hub/server/security.ts';
import { FLAGS } from '../support/browser.ts';
import { findChromium } from '../tools/chromium.mjs';
import type { Calls } from './harness/page.ts';

const ORIGIN = 'http://localhost:4390';

export interface ImportHarness {
  call<Name extends keyof Calls>(name: Name, argument: string): Promise<Awaited<ReturnType<Calls[Name]>>>;
  /** Puts a file where the page can fetch it by name. */
  put(name: string, content: Uint8Array | string): void;
  /** Requests for anything but the page's own code and the files put there. */
  readonly foreign: string[];
  /** Dialogs, errors, console messages: anything that ran. */
  readonly events: string[];
}

export function useImportHarness(): ImportHarness {
  let browser: Browser | undefined;
  let page: Page | undefined;
  let folder = '';
  const files = new Map<string, Uint8Array | string>();
  const foreign: string[] = [];
  const events: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'same-page-import-'));
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      root: new URL('./harness/', import.meta.url).pathname,
      build: {
        outDir: folder,
        target: ['chrome111', 'safari16.4', 'firefox115'],
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: new URL('./harness/page.ts', import.meta.url).pathname,
          output: { entryFileNames: 'page.js' },
        },
      },
    });
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chrome or Chromium found');
    browser = await chromium.launch({ executablePath, args: FLAGS });
    page = await browser.newPage();
    page.on('dialog', (dialog) => void (events.push(dialog.message()), dialog.dismiss()));
    page.on('pageerror', (error) => events.push(String(error)));
    page.on('console', (message) => events.push(message.text()));
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const name = decodeURIComponent(url.pathname);
      if (url.origin !== ORIGIN) return (foreign.push(url.href), route.abort());
      if (name === '/')
        return route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': appPolicy([], null) },
          body: '<!doctype html><script type="module" src="/page.js"></script>',
        });
      const put = files.get(name.replace('/files/', ''));
      if (name.startsWith('/files/') && put !== undefined) return route.fulfill({ body: Buffer.from(put) });
      const built = await readFile(path.join(folder, path.normalize(name))).catch(() => null);
      if (built === null) return (foreign.push(url.href), route.fulfill({ status: 404 }));
      return route.fulfill({ contentType: 'text/javascript', body: built });
    });
    await page.goto(`${ORIGIN}/`);
    await page.waitForFunction(() => 'calls' in window);
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  return {
    foreign,
    events,
    put: (name, content) => void files.set(name, content),
    call: (name, argument) => {
      if (page === undefined) throw new Error('The browser is not running');
      return page.evaluate(
        ([call, value]) => {
          const { calls } = window as unknown as { calls: Record<string, (value: string) => Promise<never>> };
          const run = calls[call];
          if (run === undefined) throw new Error(call);
          return run(value);
        },
        [name, argument] as const,
      );
    },
  };
}
