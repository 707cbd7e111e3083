import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { connect, createServer, Server } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWorkshop, type Workshop } from './fixture.ts';
import { silentLog, type Log } from './log.ts';
import { openShelf, type OpenShelf } from './open-shelf.ts';
import { startServer, type RunningHub } from './serve.ts';

let workshop: Workshop;
let shelf: OpenShelf;
let hub: RunningHub | null = null;

beforeEach(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  await mkdir(path.join(workshop.config.app, 'assets'), { recursive: true });
  await writeFile(
    path.join(workshop.config.app, 'index.html'),
    '<!doctype html><html><head></head><body></body></html>',
  );
});
afterEach(async () => {
  await hub?.close();
  hub = null;
  await workshop.clear();
});

/** A film of 24 MiB on the shelf; its address. */
async function film(): Promise<string> {
  const sha256 = 'ab'.repeat(32);
  const folder = path.join(workshop.config.data, 'shelf/blobs/sha256/ab');
  await mkdir(folder, { recursive: true });
  const file = await open(path.join(folder, `${sha256}.mp4`), 'w');
  await file.truncate(24 * 1024 * 1024);
  await file.write('end', 24 * 1024 * 1024 - 3);
  await file.close();
  return `shelf/blobs/sha256/ab/${sha256}.mp4`;
}

const openFiles = async (): Promise<number> => (await readdir('/proc/self/fd')).length;

describe('the running hub', () => {
  it('sends parts of a large file to many at once, over a real socket', async () => {
    hub = await startServer(workshop.config, shelf.keys);
    const address = `${hub.url}/${await film()}`;
    const parts = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const start = index * 1_000_000;
        const response = await fetch(address, { headers: { range: `bytes=${start}-${start + 999_999}` } });
        return { status: response.status, size: (await response.arrayBuffer()).byteLength };
      }),
    );
    expect(parts.every(({ status, size }) => status === 206 && size === 1_000_000)).toBe(true);
    const tail = await fetch(address, { headers: { range: 'bytes=-3' } });
    expect(await tail.text()).toBe('end');
  });

  it.skipIf(!existsSync('/proc/self/fd'))('closes the file of a viewer who goes away', async () => {
    hub = await startServer(workshop.config, shelf.keys);
    const { hostname, port } = new URL(hub.url);
    const address = await film();
    const before = await openFiles();
    for (let viewer = 0; viewer < 20; viewer += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`GET /${address} HTTP/1.1\r\nhost: x\r\n\r\n`),
        );
        socket.once('data', () => socket.destroy());
        socket.once('close', () => resolve());
      });
    }
    await expect.poll(openFiles, { timeout: 60_000 }).toBeLessThanOrEqual(before + 2);
  });

  it('outlives a connection that could not be taken, and writes it down', async () => {
    const listening = vi.spyOn(Server.prototype, 'listen');
    const error = vi.fn<Log['error']>();
    hub = await startServer(workshop.config, shelf.keys, undefined, { ...silentLog, error });
    const [server] = listening.mock.contexts;
    listening.mockRestore();
    if (!(server instanceof Server)) throw new Error('nothing listens');
    server.emit('error', new Error('accept ENOBUFS'));
    expect(error).toHaveBeenCalledWith('socket failed', { error: new Error('accept ENOBUFS') });
    expect((await fetch(`${hub.url}/healthz`)).headers.get('content-type')).toMatch(/json/u);
  });

  it('goes on serving its own build while a new one is made, and its pages after the next start', async () => {
    const { app } = workshop.config;
    const build = async (name: string): Promise<void> => {
      await rm(path.join(app, 'assets'), { recursive: true, force: true });
      await mkdir(path.join(app, 'assets'), { recursive: true });
      await writeFile(path.join(app, `assets/main-${name}.js`), name);
      await writeFile(path.join(app, 'index.html'), `<html><head></head><body>${name}</body></html>`);
    };
    await build('one');
    hub = await startServer(workshop.config, shelf.keys);
    await build('two');
    expect(await (await fetch(`${hub.url}/`)).text()).toContain('one');
    expect(await (await fetch(`${hub.url}/assets/main-one.js`)).text()).toBe('one');
    await hub.close();
    hub = await startServer(workshop.config, shelf.keys);
    expect(await (await fetch(`${hub.url}/`)).text()).toContain('two');
    expect(await (await fetch(`${hub.url}/assets/main-two.js`)).text()).toBe('two');
    expect(await (await fetch(`${hub.url}/assets/main-one.js`)).text()).toBe('one');
  });

  it.each([
    ['192.168.1.20', 426],
    ['[fd00::1]:4173', 426],
    ['localhost', 200],
    // A proxy on this machine that does not say what people use.
    ['tongye.example.org', 200],
  ])('asked for %s over plain http it answers %i', async (host, status) => {
    hub = await startServer(workshop.config, shelf.keys);
    const { port } = new URL(hub.url);
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      get({ host: '127.0.0.1', port, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(answer).toBe(status);
  });

  it('says what to do when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const taken = other.address();
    if (taken === null || typeof taken === 'string') throw new Error('no port');
    const starting = startServer({ ...workshop.config, port: taken.port }, shelf.keys);
    await expect(starting).rejects.toMatchObject({ fault: 'port-in-use' });
    await expect(starting).rejects.toThrow(/换一个端口/u);
    other.close();
  });

  it('says what to do when the app was never built', async () => {
    const starting = startServer(
      { ...workshop.config, app: path.join(workshop.root, 'nothing') },
      shelf.keys,
    );
    await expect(starting).rejects.toThrow(/npm run build/u);
  });

  it('says what to do when the address is not this machine’s', async () => {
    await expect(startServer({ ...workshop.config, host: '192.0.2.1' }, shelf.keys)).rejects.toMatchObject({
      fault: 'bad-host',
    });
  });
});
