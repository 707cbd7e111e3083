/** The engines a tablet may have, driven alike: open a page, call a function of it, die, come back. */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { launch as launchBrowser, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../tools/chromium.mjs';
import { FLAGS } from './browser.ts';
import { waitFor } from './wait-for.ts';
import { missingForWebKit, openWebKit } from './webdriver.ts';

export type EngineName = 'chromium' | 'firefox' | 'webkitgtk';

export interface Engine {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** `globalThis[object][method](...args)` in the page, once its script has run; JSON in and out. */
  call<T>(object: string, method: string, ...args: readonly unknown[]): Promise<T>;
  /** Runs a function that needs nothing of its file in the page, as if a finger had just touched it; JSON in and out. */
  run<A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** A real click on the first such element: media with sound play for nothing less. */
  click(selector: string): Promise<void>;
  /** Quits as a person does, which writes out what engines keep back for some seconds (localStorage), and opens again. */
  restart(): Promise<void>;
  /** SIGKILL to the browser, then a new one on the same profile, on no page yet. */
  killAndReopen(): Promise<void>;
  /** Chromium only. */
  devTools(): Promise<CDPSession>;
  close(): Promise<void>;
}

export function findFirefox(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(existsSync) ?? null;
}

/** Why an engine cannot be run here, in words; null when it can. */
export function missingFor(engine: EngineName): string | null {
  if (engine === 'webkitgtk') return missingForWebKit();
  if (engine === 'firefox') return findFirefox() === null ? 'Firefox (Debian: firefox-esr)' : null;
  return findChromium() === null ? 'Chromium' : null;
}

export async function openEngine(name: EngineName): Promise<Engine> {
  if (name === 'webkitgtk') return webKitEngine();
  const profile = await mkdtemp(join(tmpdir(), `same-page-${name}-`));
  const start = (): Promise<Browser> => launch(name, profile);
  let browser = await start();
  let page = await browser.newPage();
  async function reopen(): Promise<void> {
    browser = await start();
    page = await browser.newPage();
  }
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    call: (object, method, ...args) => callIn(page, object, method, args),
    run: (work, ...args) => runIn(page, work, args),
    click: (selector) => page.click(selector),
    async restart() {
      await browser.close();
      await reopen();
    },
    async killAndReopen() {
      await kill(browser, profile);
      await reopen();
    },
    devTools: () => page.createCDPSession(),
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function launch(name: 'chromium' | 'firefox', profile: string): Promise<Browser> {
  const common = { userDataDir: profile, protocolTimeout: 180_000, headless: true } as const;
  if (name === 'firefox') {
    return launchBrowser({ ...common, browser: 'firefox', executablePath: findFirefox() ?? '' });
  }
  return launchBrowser({ ...common, executablePath: findChromium() ?? '', args: [...FLAGS] });
}

async function kill(browser: Browser, profile: string): Promise<void> {
  const running = browser.process();
  if (running === null) throw new Error('The browser has no process');
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGKILL');
  await ended;
  // Its children notice by themselves, and hold the profile until then.
  await waitFor(`the children of the browser on ${profile} to end`, async () => !(await isUsed(profile)), 30);
}

/** Whether a process was started on this profile. Without /proc nobody can say: then half a second must do. */
async function isUsed(profile: string): Promise<boolean> {
  if (!existsSync('/proc/self/cmdline')) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return false;
  }
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.some((line) => line.includes(profile));
}

async function callIn<T>(page: Page, object: string, method: string, args: readonly unknown[]): Promise<T> {
  const answer: unknown = await page.evaluate(
    async (on: string, name: string, values: readonly unknown[]) => {
      for (let wait = 0; wait < 500 && !Reflect.has(globalThis, on); wait++)
        await new Promise((next) => setTimeout(next, 20));
      return Reflect.apply(Reflect.get(Reflect.get(globalThis, on), name), null, [...values]);
    },
    object,
    method,
    args,
  );
  return answer as T;
}

async function runIn<A extends readonly unknown[], T>(
  page: Page,
  work: (...args: A) => T | Promise<T>,
  args: A,
): Promise<T> {
  const answer: unknown = await page.evaluate(`(${String(work)})(...${JSON.stringify(args)})`);
  return answer as T;
}

async function webKitEngine(): Promise<Engine> {
  const page = await openWebKit();
  const never = (what: string) => (): never => {
    throw new Error(`WebKitGTK under automation has no ${what}`);
  };
  return {
    goto: page.goto,
    reload: page.reload,
    click: page.click,
    close: page.close,
    async call<T>(object: string, method: string, ...args: readonly unknown[]): Promise<T> {
      const script = `const [object, method, args, done] = arguments;
        (async () => {
          for (let wait = 0; wait < 500 && !(object in globalThis); wait++) await new Promise((next) => setTimeout(next, 20));
          return globalThis[object][method](...args);
        })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      return answerOf<T>(await page.run(script, [object, method, args]));
    },
    async run<A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
      const script = `const [args, done] = arguments;
        (async () => (${String(work)})(...args))()
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      return answerOf<T>(await page.run(script, [args]));
    },
    restart: never('profile that survives'),
    killAndReopen: never('profile that survives'),
    devTools: never('DevTools protocol'),
  };
}

function answerOf<T>(answer: unknown): T {
  const { value, error } = answer as { value?: T; error?: string };
  if (error !== undefined) throw new Error(error);
  return value as T;
}
