/** The recorder's step in a Chromium with a fake camera, over a real month on its disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { SignPage } from '../../src/features/studio/recorder/sign.page.tsx';
import { openHarness, type PageHarness } from '../support/page-harness.ts';
import { findChromium } from '../tools/chromium.mjs';

declare global {
  interface Window {
    signPage: SignPage;
  }
}

export const executablePath = findChromium();

export function openSignHarness(): Promise<PageHarness> {
  return openHarness(
    fileURLToPath(new URL('../../src/features/studio/recorder/sign.page.tsx', import.meta.url)),
  );
}

export interface Studio {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly errors: string[];
}

interface StudioOptions {
  /** A profile that outlives the browser. */
  readonly profile: string;
  readonly address: string;
  /** An MJPEG file instead of the built-in picture. */
  readonly camera?: string;
  readonly query?: string;
  /** Of the built-in cameras: `fps=30`, `device-count=2`. */
  readonly cameras?: string;
  /** As after the person said no. */
  readonly denied?: boolean;
}

export async function openStudio(options: StudioOptions): Promise<Studio> {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: executablePath ?? '',
    viewport: { width: 1024, height: 768 },
    locale: 'zh-CN',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      `--use-fake-device-for-media-stream=${options.cameras ?? 'fps=30'}`,
      options.denied ? '--deny-permission-prompts' : '--use-fake-ui-for-media-stream',
      ...(options.camera === undefined ? [] : [`--use-file-for-fake-video-capture=${options.camera}`]),
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? String(error)));
  await page.goto(`${options.address}?${options.query ?? ''}`);
  await page.waitForFunction(() => 'signPage' in window);
  return { context, page, errors };
}

export function newProfile(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'same-page-studio-'));
}

export function removeProfile(profile: string): Promise<void> {
  return rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/** From the list to a recording that runs, past the countdown. */
export async function beginRecording(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始录' }).click();
  await page.getByText('准备').waitFor();
  await page.getByText('准备').waitFor({ state: 'detached' });
}

export async function addSignTrack(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加一条手语' }).first().click();
  await page.getByRole('button', { name: '录手语' }).click();
  await page.getByRole('button', { name: '开始录' }).waitFor();
}

/** Within a `describe`: one page harness for all its tests, a profile and a browser of its own for each. */
export function useSignStudio(): {
  open(query: string, more?: Pick<StudioOptions, 'denied' | 'camera' | 'cameras'>): Promise<Page>;
  /** Of the test that is running. */
  readonly errors: readonly string[];
  readonly files: string;
} {
  let harness: PageHarness | undefined;
  let profile: string | undefined;
  let studio: Studio | undefined;
  const theHarness = (): PageHarness => {
    if (!harness) throw new Error('The harness is not open');
    return harness;
  };
  beforeAll(async () => {
    harness = await openSignHarness();
  }, 60_000);
  afterAll(() => harness?.close());
  afterEach(async () => {
    await studio?.context.close();
    if (profile !== undefined) await removeProfile(profile);
  });
  return {
    async open(query, more = {}) {
      profile = await newProfile();
      studio = await openStudio({ ...more, profile, address: theHarness().address, query });
      return studio.page;
    },
    get errors() {
      return studio?.errors ?? [];
    },
    get files() {
      return theHarness().files;
    },
  };
}
