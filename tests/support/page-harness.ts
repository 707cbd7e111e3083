/** A page of its own for one module, in a real Chromium: built by vite, served from a folder that also takes files in. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { preact } from '@preact/preset-vite';
import { build } from 'vite';
import { layerOrder } from '../../src/app/build/layer-order.ts';

const tokens = path.resolve(import.meta.dirname, '../../src/ui/styles/tokens.css');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.mp4': 'video/mp4',
  '.json': 'application/json',
};

export interface PageHarness {
  readonly address: string;
  /** What is put here can be fetched from the page under `/files/`; what the page PUTs there is found here. */
  readonly files: string;
  close(): Promise<void>;
}

/** @param entry The page's module, absolute. */
export async function openHarness(entry: string): Promise<PageHarness> {
  const folder = await mkdtemp(path.join(tmpdir(), 'same-page-harness-'));
  const files = path.join(folder, 'files');
  await build({
    configFile: false,
    logLevel: 'error',
    root: path.dirname(entry),
    plugins: [preact(), layerOrder(tokens)],
    worker: { format: 'es' },
    build: {
      outDir: path.join(folder, 'page'),
      emptyOutDir: true,
      minify: false,
      target: 'esnext',
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  });
  await mkdir(files, { recursive: true });
  const html =
    '<!doctype html><html lang="zh-Hans"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"><body><div id="app"></div><script type="module" src="/page.js"></script>';
  const server = createServer((request, response) => {
    const name = path.normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const isFile = name.startsWith('/files/');
    const place = isFile ? path.join(folder, name) : path.join(folder, 'page', name);
    if (request.method === 'PUT' && isFile) {
      void bodyOf(request)
        .then((body) => writeFile(place, body))
        .then(() => response.end());
      return;
    }
    readFile(place).then(
      (bytes) =>
        response
          .setHeader('Content-Type', types[path.extname(name)] ?? 'application/octet-stream')
          .end(bytes),
      () =>
        isFile
          ? response.writeHead(404).end()
          : response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = server.address();
  return {
    address: `http://localhost:${typeof port === 'object' && port ? port.port : 0}/`,
    files,
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
