/** The Caddyfile of the deployment guide, as it stands, in front of a real hub: Debian's caddy, with certificates of its own making. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAddress } from '../../src/hub/doctor/address-checks.ts';
import { CLUB, creation, mp4Like, newId, part, sha256 } from '../../src/hub/drafts/drafts-fixture.ts';
import { openWorkshop, type Workshop } from '../../src/hub/fixture.ts';
import { openShelf } from '../../src/hub/open-shelf.ts';
import { signedIn } from '../../src/hub/people/fixture.ts';
import { startServer, type RunningHub } from '../../src/hub/serve.ts';
import { changeShelf } from '../../src/hub/shelf-state.ts';
import { freePort } from '../support/hub-setup.ts';
import { waitFor } from '../support/wait-for.ts';

const caddyfile = path.resolve('src/hub/deploy/Caddyfile');
const hasCaddy = existsSync('/usr/bin/caddy') && spawnSync('/usr/bin/caddy', ['version']).status === 0;
if (!hasCaddy) console.warn('SKIPPED: the Caddyfile is not tried, caddy (Debian) is not installed');

interface Site {
  readonly port: number;
  readonly authority: string;
  ask(pathname: string, options?: AskOptions): Promise<Answer>;
  stop(): Promise<void>;
}
interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The file of the guide behind two lines that only a test needs: other ports, and an authority of its own. */
async function startCaddy(work: string, upstream: number, at?: number): Promise<Site> {
  const [port, plain] = [at ?? (await freePort()), await freePort()];
  const storage = path.join(work, `caddy-${port}`);
  await mkdir(storage);
  const config = path.join(storage, 'Caddyfile');
  await writeFile(
    config,
    `{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n\thttp_port ${plain}\n\thttps_port ${port}\n\tstorage file_system ${storage}\n}\nimport ${caddyfile}\n`,
  );
  const env = {
    ...process.env,
    HOME: storage,
    SAME_PAGE_NAME: 'localhost',
    SAME_PAGE_UPSTREAM: `127.0.0.1:${upstream}`,
  };
  const child = spawn('/usr/bin/caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => (said += String(part)));
  const root = path.join(storage, 'pki/authorities/local/root.crt');
  await waitFor(
    async () => `caddy: ${said}`,
    () => existsSync(root) && said.includes('serving initial configuration'),
    30,
  );
  const authority = await readFile(root, 'utf8');
  return {
    port,
    authority,
    ask: (pathname, options = {}) => ask(port, authority, pathname, options),
    stop: () => stop(child),
  };
}

function ask(
  port: number,
  ca: string,
  pathname: string,
  { method = 'GET', headers = {}, body }: AskOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: 'localhost', port, path: pathname, method, headers, ca, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

let work: string;
let workshop: Workshop;
let hub: RunningHub;
let site: Site;

beforeAll(async () => {
  if (!hasCaddy) return;
  work = await mkdtemp(path.join(tmpdir(), 'same-page-caddy-'));
  workshop = await openWorkshop();
  const { config } = workshop;
  await mkdir(config.app, { recursive: true });
  const filler = '<p>同页</p>'.repeat(500);
  await writeFile(
    path.join(config.app, 'index.html'),
    `<!doctype html><html><head></head><body>${filler}</body></html>`,
  );
  const shelf = await openShelf(config);
  await changeShelf(shelf, new Date(), async () => ({
    contents: { publications: [], withdrawn: [] },
    result: null,
  }));
  hub = await startServer(config, shelf.keys);
  site = await startCaddy(work, Number(new URL(hub.url).port));
}, 60_000);
afterAll(async () => {
  if (!hasCaddy) return;
  await site.stop();
  await hub.close();
  await workshop.clear();
  await rm(work, { recursive: true, force: true });
});

describe.skipIf(!hasCaddy)('behind the Caddyfile of the guide', () => {
  it('the app opens, with its own security headers and https from now on', async () => {
    const { status, headers } = await site.ask('/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toMatch(/^max-age=/u);
  });

  it('what the hub compressed comes compressed, and unchanged things are not sent again', async () => {
    const { headers } = await site.ask('/', { headers: { 'accept-encoding': 'br' } });
    expect(headers['content-encoding']).toBe('br');
    const again = await site.ask('/', {
      headers: { 'accept-encoding': 'br', 'if-none-match': String(headers.etag) },
    });
    expect(again.status).toBe(304);
  });

  it('films come in parts, to the byte', async () => {
    const sha256 = 'cd'.repeat(32);
    const folder = path.join(workshop.config.data, 'shelf/blobs/sha256/cd');
    await mkdir(folder, { recursive: true });
    const film = await open(path.join(folder, `${sha256}.mp4`), 'w');
    await film.truncate(6_000_000);
    await film.write('middle', 3_000_000);
    await film.close();
    const { status, headers, body } = await site.ask(`/shelf/blobs/sha256/cd/${sha256}.mp4`, {
      headers: { range: 'bytes=3000000-3000005' },
    });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe('bytes 3000000-3000005/6000000');
    expect(body.toString()).toBe('middle');
    expect((await site.ask(`/shelf/blobs/sha256/cd/${sha256}.mp4`)).body.byteLength).toBe(6_000_000);
  });

  it('the doctor finds nothing wrong at the address, and says when the hub was not told of the proxy', async () => {
    const address = `https://localhost:${site.port}`;
    const { authority } = site;
    const through = async (url: string, headers: Record<string, string> = {}): Promise<Response> => {
      const answer = await site.ask(new URL(url).pathname, { headers });
      const pairs = Object.entries(answer.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]);
      return new Response(new Uint8Array(answer.body), { status: answer.status, headers: pairs });
    };
    const states = async (hasProxy: boolean) =>
      (await checkAddress({ address, hasProxy, authority, leastDays: 0, ask: through })).map(
        ({ what, state }) => [what[1], state],
      );
    expect(await states(true)).toEqual([
      ['HTTPS certificate', 'well'],
      ['proxy in front', 'well'],
      ['security headers', 'well'],
      ['parts of films', 'well'],
    ]);
    expect(await states(false)).toContainEqual(['proxy in front', 'wrong']);
  });
});

describe.skipIf(!hasCaddy)('what the Caddyfile passes on', () => {
  let upstream: Server;
  let other: Site;

  beforeAll(async () => {
    upstream = createServer((incoming, outgoing) => {
      incoming
        .on('error', () => outgoing.destroy())
        .on('end', () => outgoing.end(JSON.stringify(incoming.headers)))
        .resume();
    }).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const address = upstream.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    other = await startCaddy(work, address.port);
  }, 60_000);
  afterAll(async () => {
    await other.stop();
    upstream.close();
  });

  it('is the scheme people use and the address it saw itself, whatever the caller claims', async () => {
    const claimed = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'http' };
    const seen: Record<string, string> = JSON.parse(
      (await other.ask('/x', { headers: claimed })).body.toString(),
    );
    expect(seen['x-forwarded-proto']).toBe('https');
    expect(seen['x-forwarded-for']).not.toContain('203.0.113.9');
    expect(seen['host']).toBe(`localhost:${other.port}`);
  });

  it('is no body larger than any of ours', async () => {
    const send = async (bytes: number): Promise<number | 'closed'> => {
      const headers = { 'content-length': String(bytes) };
      const sent = other.ask('/count', { method: 'POST', headers, body: new Uint8Array(bytes) });
      // Refused while it is still being sent: some clients see the status, some only a closed connection.
      return sent.then(
        ({ status }) => status,
        () => 'closed',
      );
    };
    expect(await send(25_000_000)).toBe(200);
    expect([413, 502, 'closed']).toContain(await send(40_000_000));
  });
});

describe.skipIf(!hasCaddy)('a facilitator’s film', () => {
  it('goes to the hub in parts through Caddy, goes on where a broken line left it, and is kept whole', async () => {
    const own = await openWorkshop();
    const { config } = own;
    await mkdir(config.app, { recursive: true });
    await writeFile(path.join(config.app, 'index.html'), '<!doctype html><html><head></head></html>');
    const [port, outside] = [await freePort(), await freePort()];
    const origin = `https://localhost:${outside}`;
    const { keys } = await openShelf(config);
    const whole = await startServer({ ...config, port, publicUrl: origin, hasProxy: true }, keys);
    const front = await startCaddy(work, port, outside);
    try {
      const { cookie } = await signedIn(whole.services, 'editor');
      expect(cookie).toMatch(/^__Host-/u);
      const film = mp4Like(12_000_000);
      const id = newId();
      const send = (method: string, to: string, headers: Record<string, string>, body?: Uint8Array) =>
        front.ask(to, { method, headers: { cookie, origin, ...headers }, ...(body && { body }) });
      const made = await send(
        'POST',
        `/api/uploads/${CLUB}`,
        creation(film.length, { id, sha256: sha256(film), type: 'video/mp4' }),
      );
      expect(made.status).toBe(201);
      const place = new URL(String(made.headers.location), origin);
      expect(place.origin).toBe(origin);
      const sendPart = (from: number, to: number, said = to - from) =>
        send(
          'PATCH',
          place.pathname,
          { ...part(from), 'content-length': String(said) },
          film.subarray(from, to),
        );
      const offset = async (): Promise<number> =>
        Number((await send('HEAD', place.pathname, { 'tus-resumable': '1.0.0' })).headers['upload-offset']);
      expect((await sendPart(0, 4_000_000)).headers['upload-offset']).toBe('4000000');
      // Eight million promised, three sent, and the line breaks.
      await cutPart(
        front,
        place.pathname,
        { cookie, origin, ...part(4_000_000) },
        film.subarray(4_000_000, 7_000_000),
      );
      await expect.poll(offset, { timeout: 60_000 }).toBeGreaterThan(4_000_000);
      // As a studio does: where more of the broken part has come meanwhile, it asks again.
      let arrived = 0;
      const goOn = async () => {
        arrived = await offset();
        return (await sendPart(arrived, film.length)).status;
      };
      await expect.poll(goOn, { timeout: 60_000 }).toBe(204);
      expect(arrived).toBeLessThanOrEqual(7_000_000);
      const { attachments } = whole.services.publishing;
      const stored = await attachments.find(CLUB, id);
      expect(stored).toMatchObject({ bytes: film.length, sha256: sha256(film) });
      expect(Buffer.compare(await readFile(stored?.path ?? ''), film)).toBe(0);
    } finally {
      await front.stop();
      await whole.close();
      await own.clear();
    }
  });
});

/** Promises eight million bytes, sends these, and breaks. */
async function cutPart(
  { port, authority }: Site,
  place: string,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): Promise<void> {
  const asked = request({
    host: 'localhost',
    port,
    path: place,
    method: 'PATCH',
    headers: { ...headers, 'content-length': '8000000' },
    ca: authority,
    agent: false,
  });
  asked.on('error', () => undefined);
  await new Promise((resolve) => asked.write(bytes, resolve));
  // On its way through the proxy.
  await new Promise((resolve) => setTimeout(resolve, 500));
  asked.destroy();
}
