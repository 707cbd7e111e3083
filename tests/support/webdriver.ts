/** As much of W3C WebDriver as driving WebKitGTK's MiniBrowser takes, over plain HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { freePort } from './hub-setup.ts';

const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

export interface WebDriverPage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs `script` with `arguments`; the last argument is the function that gives the answer. */
  run(script: string, args: readonly unknown[]): Promise<unknown>;
  /** A real click, with all a person's click entitles a page to. */
  click(selector: string): Promise<void>;
  close(): Promise<void>;
}

const onPath = (name: string): string | null =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync) ?? null;

/** What of WebKitGTK is missing here, in words; null when all is there. */
export function missingForWebKit(): string | null {
  if (onPath('WebKitWebDriver') === null) return 'WebKitWebDriver (Debian: webkit2gtk-driver)';
  if (!MINI_BROWSERS.some(existsSync)) return 'MiniBrowser of webkit2gtk-4.1';
  return onPath('Xvfb') === null && !process.env['DISPLAY'] ? 'Xvfb (Debian: xvfb)' : null;
}

/** A fresh, private profile each time: automation in WebKitGTK keeps nothing. */
export async function openWebKit(): Promise<WebDriverPage> {
  const started: ChildProcess[] = [];
  const end = (): void => started.toReversed().forEach((child) => child.kill());

  try {
    // It says which display was free: one drawn by chance may be another test's.
    const screen = ['-displayfd', '1', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'];
    const xvfb = spawn('Xvfb', screen, { stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(xvfb);
    const display = `:${await firstLine(xvfb.stdout)}`;
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display };
    started.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    const base = `http://127.0.0.1:${port}/session`;
    const binary = MINI_BROWSERS.find(existsSync);
    const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
    const created = await untilUp(() => send(base, { capabilities: { alwaysMatch: options } }));
    const session = `${base}/${String(Object(created)['sessionId'])}`;
    await send(`${session}/timeouts`, { script: 120_000, pageLoad: 60_000 });
    return {
      goto: async (url) => void (await send(`${session}/url`, { url })),
      reload: async () => void (await send(`${session}/refresh`, {})),
      run: (script, args) => send(`${session}/execute/async`, { script, args }),
      async click(selector) {
        const found = await send(`${session}/element`, { using: 'css selector', value: selector });
        const [id] = Object.values(Object(found));
        await send(`${session}/element/${String(id)}/click`, {});
      },
      async close() {
        await fetch(session, { method: 'DELETE' }).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line.trim();
  throw new Error('Xvfb found no display');
}

async function send(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value }: { value: unknown } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${JSON.stringify(value).slice(0, 500)}`);
  return value;
}

/** The driver takes a moment to listen, and the first session one to find its display. */
async function untilUp<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 160) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
