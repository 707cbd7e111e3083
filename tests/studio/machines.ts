/** Two facilitators, each with a browser profile of their own, at one real hub: their sign-ins are made on its data folder. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { readClubs } from '../../src/hub/clubs.ts';
import type { Role } from '../../src/hub/people/access.ts';
import { signedIn } from '../../src/hub/people/fixture.ts';
import { openPeople } from '../../src/hub/people/people.ts';
import { FLAGS, VIEWPORTS } from '../support/browser.ts';
import { findChromium } from '../tools/chromium.mjs';

export interface Machine {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly profile: string;
}

const SETTINGS = JSON.stringify({ club: 'silent-world', preset: 'standard' });

interface MachineOptions {
  readonly profile?: string;
  readonly cookie: string | null;
  /** Of the browser, besides the usual ones. */
  readonly flags?: readonly string[];
}

/** @param url The hub, or what stands before it. */
export async function openMachine(
  url: string,
  { profile, cookie, flags = [] }: MachineOptions,
): Promise<Machine> {
  const folder = profile ?? (await mkdtemp(path.join(tmpdir(), 'same-page-machine-')));
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chrome or Chromium found');
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...FLAGS, ...flags],
    viewport: VIEWPORTS.landscape,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await context.addInitScript((settings) => {
    if (localStorage.getItem('same-page.settings') === null)
      localStorage.setItem('same-page.settings', settings);
  }, SETTINGS);
  if (cookie !== null) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  return { page: context.pages()[0] ?? (await context.newPage()), context, profile: folder };
}

export async function closeMachine({ context, profile }: Machine): Promise<void> {
  await context.close();
  await rm(profile, { recursive: true, force: true });
}

/** The cookie of somebody of this club, signed in at the hub of this data folder. */
export async function signIn(data: string, url: string, role: Role = 'editor'): Promise<string> {
  const clubs = await readClubs(data, path.resolve('src/starter'));
  const people = openPeople({ data, hasProxy: false }, url, clubs);
  return (await signedIn({ people }, role)).cookie;
}
