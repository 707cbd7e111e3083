/** The built app over a bench's shelf, as the hub serves it, on an address of its own; counts what is asked of the shelf. */
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../../src/hub/server/create-app.ts';
import { openBenchShelf, type BenchShelf } from './bench-shelf.ts';

export interface BenchSite {
  readonly url: string;
  readonly shelf: BenchShelf;
  /** For packs and profiles; gone with the site. */
  readonly folder: string;
  /** Bytes of the shelf's answers since the last `forget`, headers not counted. */
  sentBytes(): number;
  forget(): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

export async function openBenchSite(): Promise<BenchSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'same-page-bench-'));
  const shelf = await openBenchShelf(path.join(folder, 'shelf'));
  const app = path.resolve('dist/app');
  const address = { url: '/shelf/', key: shelf.key };
  const site = createApp({
    folder: app,
    earlier: [],
    shell: await readFile(path.join(app, 'index.html'), 'utf8'),
    buildManifest: await readFile(path.join(app, '.vite', 'manifest.json'), 'utf8'),
    shelfRoot: shelf.root,
    shelf: address,
  });
  let sent = 0;
  const listener = getRequestListener(async (request) => {
    const response = await site.fetch(request);
    if (!new URL(request.url).pathname.startsWith('/shelf/') || response.body === null) return response;
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        sent += piece.byteLength;
        controller.enqueue(piece);
      },
    });
    return new Response(response.body.pipeThrough(counting), response);
  });
  let server = createServer(listener);
  let port = 0;

  async function start(): Promise<void> {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const found = server.address();
    if (typeof found === 'object' && found) port = found.port;
  }
  async function stop(): Promise<void> {
    if (!server.listening) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await start();
  return {
    url: `http://localhost:${port}`,
    shelf,
    folder,
    sentBytes: () => sent,
    forget: () => void (sent = 0),
    start,
    stop,
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
