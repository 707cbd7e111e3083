/** A real Chromium for journeys: one browser a test file, a fresh profile a test. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { findChromium } from '../tools/chromium.mjs';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=user-gesture-required',
];

export const VIEWPORTS = {
  landscape: { width: 1024, height: 768 },
  portrait: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;

export interface TabletOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly touch?: boolean;
  /** Stored settings; absent = a tablet nobody has used. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly serviceWorkers?: 'allow' | 'block';
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

export interface Tablet {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests that left the hub's origin; must stay empty. */
  readonly foreign: string[];
  /** Uncaught errors and console errors. */
  readonly errors: string[];
}

interface BrowserOptions {
  /** Of Chromium, beside the usual ones. */
  readonly flags?: readonly string[];
}

export function useBrowser({ flags = [] }: BrowserOptions = {}): {
  tablet(options?: TabletOptions): Promise<Tablet>;
  url(path: string): string;
} {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chrome or Chromium found');
    browser = await chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
  });
  const origin = inject('hubUrl');
  return {
    url: (path) => `${origin}${path}`,
    async tablet(options = {}) {
      if (!browser) throw new Error('The browser is not running');
      const context = await browser.newContext({
        viewport: options.viewport ?? VIEWPORTS.landscape,
        hasTouch: options.touch ?? true,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        serviceWorkers: options.serviceWorkers ?? 'block',
        reducedMotion: options.reducedMotion ?? 'reduce',
        acceptDownloads: true,
      });
      contexts.push(context);
      if (options.settings) {
        await context.addInitScript((settings) => {
          if (localStorage.getItem('same-page.settings') === null) {
            localStorage.setItem('same-page.settings', JSON.stringify(settings));
          }
        }, options.settings);
      }
      const page = await context.newPage();
      const foreign: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
          foreign.push(url);
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      return { page, context, foreign, errors };
    },
  };
}

/** Every journey ends with this: nothing went out, nothing broke. */
export function expectClean(tablet: Tablet): void {
  expect(tablet.foreign).toEqual([]);
  expect(tablet.errors).toEqual([]);
}
