import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hono } from 'hono';
import { closeJws } from '../../core/shelf/jws-parts.ts';
import { parseManifest } from '../../core/shelf/manifest.ts';
import { verifyCatalogue } from '../../core/shelf/catalogue.ts';
import { issueId, openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf, type OpenShelf } from '../open-shelf.ts';
import { addIssue } from '../publish/add-issue.ts';
import { createApp } from './create-app.ts';

const inline = 'document.documentElement.dataset.theme="paper"';
const indexHtml = `<!doctype html><html><head><script>${inline}</script></head><body><div id="app"></div><script type="module" src="/assets/main-1.js"></script></body></html>`;
const buildManifest = JSON.stringify({
  'index.html': { file: 'assets/main-1.js', isEntry: true, imports: ['_preact.js'] },
  '_preact.js': { file: 'assets/preact-1.js' },
  '_player.js': {
    file: 'assets/player-1.js',
    name: 'player',
    imports: ['_preact.js', '_parts.js'],
    css: ['assets/player-1.css'],
  },
  '_parts.js': { file: 'assets/parts-1.js' },
  '_reading.js': { file: 'assets/reading-1.js', name: 'reading', imports: ['_player.js'] },
  'src/pieces/film/FilmPiece.tsx': { file: 'assets/FilmPiece-1.js', imports: ['_player.js'] },
});

let workshop: Workshop;
let shelf: OpenShelf;
let app: Hono;

beforeAll(async () => {
  workshop = await openWorkshop();
  shelf = await openShelf(workshop.config);
  const published = {
    allowPlaceholders: false,
    writesIds: false,
    demandsReasons: false,
    now: new Date(),
    report: () => undefined,
  };
  await addIssue(await workshop.makeIssue(), shelf, published);
  const folder = workshop.config.app;
  const earlier = path.join(workshop.root, 'earlier');
  for (const build of [folder, earlier]) await mkdir(path.join(build, 'assets'), { recursive: true });
  await writeFile(
    path.join(folder, 'assets/main-1.js'),
    `export const a = ${JSON.stringify('x'.repeat(5000))};`,
  );
  await writeFile(path.join(earlier, 'assets/main-0.js'), 'export const old = true;');
  await writeFile(path.join(folder, 'sw.js'), 'self.x = 1;');
  await writeFile(path.join(workshop.root, 'secret.txt'), 'secret');
  const address = { url: '/shelf/', key: shelf.keys.publicKey };
  app = createApp({
    folder,
    earlier: [earlier],
    shell: indexHtml,
    buildManifest,
    shelfRoot: path.join(workshop.config.data, 'shelf'),
    shelf: address,
  });
  // The first reading of a text loads the whole pinyin dictionary.
}, 60_000);
afterAll(() => workshop.clear());

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.request(url, { method, headers });

async function paths() {
  const jws = await (await get('/shelf/catalogue.jws')).text();
  const { issues } = await verifyCatalogue(jws, shelf.keys.publicKey);
  const manifest = `/shelf/${issues[0]?.manifest.href ?? ''}`;
  const { pieces } = parseManifest(await (await get(manifest)).text());
  const reading = pieces['bus']?.reading;
  if (reading === undefined) throw new Error('no reading');
  return { manifest, reading: `/shelf/${reading.href}`, size: reading.size, sha256: reading.sha256 };
}

describe('every address of the app', () => {
  it.each(['/', '/bookshelf', '/issue/x', `/read/${issueId}/bus`, '/words', '/display', '/studio/anything'])(
    '%s opens the app',
    async (address) => {
      const response = await get(address);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<div id="app">');
    },
  );

  it('carries the address and key of the shelf, before the app’s script', async () => {
    const html = await (await get('/')).text();
    const json = /<script type="application\/json" id="shelf">(.*?)<\/script>/u.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ url: '/shelf/', key: shelf.keys.publicKey });
    expect(html.indexOf('id="shelf"')).toBeLessThan(html.indexOf('type="module"'));
    expect(await (await get('/shelf.json')).json()).toEqual(JSON.parse(json));
  });

  it('runs our own inline script and no other', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`'sha256-${createHash('sha256').update(inline).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:/u);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("object-src 'none'");
  });

  it('asks for no sniffing and tells no one where the reader came from', async () => {
    const { headers } = await get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('carries with its files no more than files obey', async () => {
    const { headers } = await get('/assets/player-1.js');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(headers.get('permissions-policy')).toBeNull();
  });

  it('brings catalogue, manifest, reading and the reader’s code along with a piece', async () => {
    const { manifest, reading } = await paths();
    const page = await get(`/read/${issueId}/bus`);
    const link = page.headers.get('link') ?? '';
    const html = await page.text();
    for (const file of ['/shelf/catalogue.jws', manifest, reading]) {
      const [attributes = '', json = ''] =
        html.split(`data-ahead="${file}"`)[1]?.split('</script>')[0]?.split('>') ?? [];
      // To the byte: the app compares it with its hash.
      const written = v.parse(v.string(), JSON.parse(json));
      const text = attributes === ' data-open' ? closeJws(written) : written;
      expect(text).toBe(await (await get(file)).text());
      expect(link).not.toContain(file);
    }
    expect(link).toContain('</assets/player-1.js>; rel=modulepreload');
    expect(link).toContain('</assets/parts-1.js>; rel=modulepreload');
    // With the credentials mode the app's own loader uses: otherwise each would be fetched twice.
    expect(link).toContain('</assets/player-1.css>; rel=preload; as=style; crossorigin');
    expect(link).toContain('</assets/reading-1.js>; rel=modulepreload');
    expect(link).not.toContain('FilmPiece');
    // Everything else waits for the app's first code.
    expect(link.indexOf('preact-1.js')).toBeLessThan(link.indexOf('player-1.js'));
    expect(await (await get(`/read/${issueId}/nothing`)).text()).not.toContain('data-ahead');
  });
});

describe('files of the app', () => {
  it('are kept for good when their name carries a hash, and asked for again when not', async () => {
    expect((await get('/assets/main-1.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('of the build before are still there for a page that was open', async () => {
    expect(await (await get('/assets/main-0.js')).text()).toContain('old');
  });

  it('come compressed to whoever understands it, and no other', async () => {
    const plain = await get('/assets/main-1.js');
    const packed = await get('/assets/main-1.js', { 'accept-encoding': 'gzip, br' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('vary')).toContain('accept-encoding');
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(bytes.byteLength).toBeLessThan(500);
    expect(brotliDecompressSync(bytes).toString()).toBe(await plain.text());
    expect(
      (await get('/assets/main-1.js', { 'accept-encoding': 'br;q=0' })).headers.get('content-encoding'),
    ).toBeNull();
  });

  it.each([
    '/nothing.js',
    '/assets/nothing-1.js',
    '/favicon.xyz',
    '/shelf/nothing',
    '/shelf/',
    '/.vite/manifest.json',
  ])('%s is missing, and is not the app in disguise', async (address) => {
    const response = await get(address);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('<div id="app">');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/shelf/..%2f..%2fsecret.txt',
    '/shelf/blobs/sha256/../../../../secret.txt',
    '/shelf/blobs/sha256/aa/..%2f..%2f..%2f..%2fkeys%2fshelf.jwk.json',
    '/%E0%A4%A.txt',
    '/a%00.txt',
  ])('%s leads nowhere', async (address) => {
    const response = await get(address);
    expect(await response.text()).not.toMatch(/secret|"d":/u);
    expect(response.status).toBe(404);
  });

  it('cannot be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await get('/sw.js', {}, method)).status).toBe(405);
  });
});

describe('files of the shelf', () => {
  it('are immutable, except the catalogue and its unsigned twin', async () => {
    const { reading } = await paths();
    expect((await get(reading)).headers.get('cache-control')).toContain('immutable');
    expect((await get('/shelf/catalogue.jws')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/shelf/opds.json')).headers.get('cache-control')).toBe('no-cache');
  });

  it('say what they are', async () => {
    const { manifest } = await paths();
    expect((await get(manifest)).headers.get('content-type')).toBe('application/webpub+json');
    expect((await get('/shelf/opds.json')).headers.get('content-type')).toContain('application/opds+json');
  });

  it('come in parts', async () => {
    const { reading, size } = await paths();
    const whole = await (await get(reading)).text();
    const part = await get(reading, { range: 'bytes=2-5' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 2-5/${size}`);
    expect(part.headers.get('content-length')).toBe('4');
    expect(await part.text()).toBe(whole.slice(2, 6));
    const tail = await get(reading, { range: 'bytes=-3' });
    expect(await tail.text()).toBe(whole.slice(-3));
    const beyond = await get(reading, { range: `bytes=${size}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${size}`);
  });

  it('come whole when the part was asked for of another content', async () => {
    const { reading, sha256 } = await paths();
    expect((await get(reading, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await get(reading, { range: 'bytes=0-1', 'if-range': `"${sha256}"` })).status).toBe(206);
  });

  it('are not sent again to whoever has them', async () => {
    const { reading, sha256 } = await paths();
    expect((await get(reading, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
    expect((await get(reading, { 'if-none-match': `W/"x", "${sha256}-br"` })).status).toBe(304);
    expect((await get(reading, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('answer HEAD as GET, without the body', async () => {
    const { reading, size } = await paths();
    const response = await get(reading, {}, 'HEAD');
    expect(response.headers.get('content-length')).toBe(String(size));
    expect(await response.text()).toBe('');
  });

  it('carry a policy of their own: a page of the shelf runs nothing', async () => {
    const { reading } = await paths();
    const policy = (await get(reading)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
  });
});

describe('the hub', () => {
  it('opens the app even when the catalogue is broken, for the app to explain', async () => {
    const broken = path.join(workshop.root, 'broken');
    await mkdir(broken);
    await writeFile(path.join(broken, 'catalogue.jws'), 'nonsense');
    const address = { url: '/shelf/', key: shelf.keys.publicKey };
    const site = {
      folder: workshop.config.app,
      earlier: [],
      shell: indexHtml,
      buildManifest: null,
      shelfRoot: broken,
      shelf: address,
    };
    expect((await createApp(site).request(`/read/${issueId}/bus`)).status).toBe(200);
    await rm(broken, { recursive: true });
  });
});
