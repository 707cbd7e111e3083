/** Builds the harness with the product's own service worker, and serves both from a server that can be stopped. */
import { createServer } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { build } from 'vite';
import { brotliCache } from '../../../src/hub/server/brotli.ts';
import { fileResponse } from '../../../src/hub/server/file-response.ts';

export interface HarnessServer {
  readonly url: string;
  /** Puts a file at `/<name>`. */
  put(name: string, content: Uint8Array | string): Promise<void>;
  isUp(): boolean;
  /** Every connection is cut, as when a hub is switched off. */
  stop(): Promise<void>;
  /** On the same address again. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const HARNESS = new URL('./harness/', import.meta.url).pathname;
const SERVICE_WORKER = new URL('../../../src/sw/sw.ts', import.meta.url).pathname;

async function buildInto(outDir: string): Promise<void> {
  const common = { configFile: false, logLevel: 'error', publicDir: false } as const;
  await build({
    ...common,
    root: HARNESS,
    build: { outDir, emptyOutDir: true, target: ['chrome111', 'safari16.4', 'firefox115'], minify: false },
  });
  await build({
    ...common,
    // The shell's own files are not what is tested here.
    define: { 'self.__WB_MANIFEST': '[]', 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      minify: false,
      lib: { entry: SERVICE_WORKER, formats: ['iife'], name: 'sw', fileName: () => 'sw.js' },
    },
  });
}

export async function serveHarness(): Promise<HarnessServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'same-page-harness-'));
  const site = path.join(folder, 'site');
  await buildInto(site);
  const brotli = brotliCache();
  const listener = getRequestListener(async (request) => {
    const { pathname } = new URL(request.url);
    const file = path.join(site, pathname === '/' ? 'index.html' : path.normalize(pathname));
    const served = { path: file, cacheControl: 'no-store', brotliQuality: 1 };
    return (await fileResponse(request, served, brotli)) ?? new Response('Not found', { status: 404 });
  });
  let server = createServer(listener);
  let port = 0;

  async function start(): Promise<void> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) port = address.port;
  }
  async function stop(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  await start();
  return {
    url: `http://localhost:${port}`,
    async put(name, content) {
      const file = path.join(site, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    },
    isUp: () => server.listening,
    start,
    stop,
    async close() {
      if (server.listening) await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
