/**
 * Chromium over its debugging pipe and nothing in between: a test driver puts scripts and worlds of its own into every page, which
 * at a quarter of the speed cost a tenth of a second that no reader waits for.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { FLAGS } from '../support/browser.ts';
import { findChromium } from '../tools/chromium.mjs';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
}
type Params = Readonly<Record<string, unknown>>;

export interface BarePage {
  send(method: string, params?: Params): Promise<Params>;
  on(method: string, listener: (params: Params) => void): void;
  close(): Promise<void>;
}

export interface BareBrowser {
  /** A page in a profile of its own, empty. */
  newPage(): Promise<BarePage>;
  close(): Promise<void>;
}

export async function openBareBrowser(): Promise<BareBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'same-page-bare-'));
  const args = [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...FLAGS,
    'about:blank',
  ];
  const browser = spawn(findChromium() ?? '', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const input = browser.stdio[3] as Writable;
  const output = browser.stdio[4] as Readable;
  const waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>();
  const listeners = new Set<(message: Message) => void>();
  let last = 0;
  let rest = '';
  output.on('data', (bytes: Buffer) => {
    const parts = `${rest}${bytes.toString('utf8')}`.split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) receive(JSON.parse(part) as Message);
  });

  function receive(message: Message): void {
    if (message.id === undefined) return listeners.forEach((listen) => listen(message));
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error === undefined) resolve?.(message.result ?? {});
    else reject?.(new Error(JSON.stringify(message.error)));
  }

  function send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      input.write(
        `${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`,
      );
    });
  }

  return {
    async newPage() {
      const { browserContextId } = await send('Target.createBrowserContext');
      const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
      const attached = await send('Target.attachToTarget', { targetId, flatten: true });
      const sessionId = String(attached['sessionId']);
      return {
        send: (method, params) => send(method, params, sessionId),
        on: (method, listener) =>
          void listeners.add((message) => {
            if (message.sessionId === sessionId && message.method === method) listener(message.params ?? {});
          }),
        close: async () => {
          listeners.clear();
          await send('Target.disposeBrowserContext', { browserContextId });
        },
      };
    },
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve));
      browser.kill('SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
