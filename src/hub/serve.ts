/** The hub as a running server. */
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import * as v from 'valibot';
import { PublicKeySchema } from '../core/shelf/catalogue.ts';
import { dataPaths, type HubConfig } from './config.ts';
import { catalogueIn, healthOf } from './health.ts';
import { HubError } from './hub-error.ts';
import type { ShelfKeys } from './keys.ts';
import { silentLog, type Log } from './log.ts';
import { openServices } from './open-services.ts';
import { keepBuild } from './server/earlier-builds.ts';
import { apiRoutes, type ApiServices } from './server/api.ts';
import { createApp } from './server/create-app.ts';
import { sendingFiles } from './server/send-file.ts';
import { watched } from './server/watched.ts';
import { closeServer } from './stop.ts';
import type { ShelfAddress } from './server/shell.ts';
import { soon } from './store/soon.ts';
import type { ShelfStore } from './store/store.ts';

/** Whoever watches the hub gives up sooner than a person. */
const watcherMs = 4_000;

export interface RunningHub {
  readonly url: string;
  readonly services: ApiServices;
  /** Resolves when nothing is being answered any more. */
  close(): Promise<void>;
}

/**
 * @param store Where the shelf lies when it is not the data folder's.
 * @throws HubError `build-missing`, `port-in-use`, `bad-host` or `setting-wrong`.
 */
export async function startServer(
  config: HubConfig,
  keys: ShelfKeys,
  store?: ShelfStore,
  log: Log = silentLog,
): Promise<RunningHub> {
  const { shelf: shelfRoot, shelfAddress, builds } = dataPaths(config.data);
  const shelf =
    config.shelfUrl === null
      ? await readShelfAddress(shelfAddress, keys)
      : { url: config.shelfUrl, key: keys.publicKey };
  await access(path.join(config.app, 'index.html')).catch(() => {
    throw new HubError('build-missing', { folder: config.app });
  });
  const { own, earlier } = await keepBuild(config.app, builds);
  const site = {
    folder: own,
    earlier,
    shell: await readFile(path.join(own, 'index.html'), 'utf8'),
    buildManifest: await readFile(path.join(own, '.vite', 'manifest.json'), 'utf8').catch(() => null),
    shelfRoot,
    shelf,
    ...(config.store.kind === 's3' && store !== undefined && { shelfStore: store }),
    log,
  };
  const health = healthOf({
    data: config.data,
    readCatalogue:
      store === undefined
        ? catalogueIn(shelfRoot)
        : async () => (await soon(store.readCatalogue(), store.name, watcherMs))?.jws ?? null,
    key: keys.publicKey,
    now: () => Date.now(),
  });
  // Port 0 is only known once it listens, and the API must know the address people use.
  let answer: Fetch = () => Promise.resolve(new Response(null, { status: 503 }));
  const { server, port } = await listen((request, bindings) => answer(request, bindings), config);
  // A connection that could not be taken, for want of memory say, is one connection; unheard it would end the hub.
  server.on('error', (error: Error) => log.error('socket failed', { error }));
  const origin = config.publicUrl ?? `http://localhost:${port}`;
  const services = await openServices(config, origin);
  const app = createApp({ ...site, api: apiRoutes(services) });
  answer = sendingFiles(watched(app, { log, health, address: config.publicUrl }).fetch);
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
  return {
    url: `http://${isLoopback ? 'localhost' : host}:${port}`,
    services,
    async close() {
      // A release that is going on is finished; what is not begun waits for the next start.
      await Promise.all([closeServer(server), services.publishing.releases.close()]);
    },
  };
}

/** `shelf.json` in the data folder points the app to a shelf elsewhere (a bucket, a CDN); without it, ours. */
async function readShelfAddress(file: string, keys: ShelfKeys): Promise<ShelfAddress> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { url: '/shelf/', key: keys.publicKey };
  const address = v.strictObject({ url: v.pipe(v.string(), v.url(), v.endsWith('/')), key: PublicKeySchema });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), address), text);
  if (!parsed.success) throw new HubError('setting-wrong', { name: file, value: parsed.issues[0].message });
  return parsed.output;
}

type Fetch = ReturnType<typeof sendingFiles>;

function listen(fetch: Fetch, { host, port }: HubConfig): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, (info) => {
      server.off('error', refuse);
      resolve({ server, port: info.port });
    });
    const refuse = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
        reject(new HubError('port-in-use', { port, host }));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new HubError('bad-host', { host }));
      else reject(error);
    };
    server.on('error', refuse);
  });
}
