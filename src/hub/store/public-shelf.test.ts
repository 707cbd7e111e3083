import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from '../fixture.ts';
import { openShelf } from '../open-shelf.ts';
import { addIssue } from '../publish/add-issue.ts';
import { createApp } from '../server/create-app.ts';
import { checkPublicShelf, publicShelfSentence } from './public-shelf.ts';
import { folderStore } from './folder-store.ts';

const origin = 'https://app.example';
let workshop: Workshop;
let server: Server;
let url: string;
/** What the host of the shelf does with each answer. */
let change: (headers: Headers, status: number) => number;

beforeEach(async () => {
  workshop = await openWorkshop();
  change = (_headers, status) => status;
  const shelf = await openShelf(workshop.config);
  await addIssue(await workshop.makeIssue(), shelf, {
    allowPlaceholders: false,
    demandsReasons: false,
    writesIds: false,
    now: new Date(),
    report: () => undefined,
  });
  const app = createApp({
    folder: workshop.root,
    earlier: [],
    shell: '<head></head>',
    buildManifest: null,
    shelfRoot: shelf.store.name,
    shelf: { url: '/shelf/', key: shelf.keys.publicKey },
  });
  server = createServer((request, response) => {
    void (async () => {
      const asked = new Request(`http://a.example${request.url ?? '/'}`, {
        headers: Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      });
      const answer = await app.fetch(asked);
      const headers = new Headers(answer.headers);
      headers.delete('content-encoding');
      const status = change(headers, answer.status);
      response.writeHead(status, Object.fromEntries(headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/shelf/`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await workshop.clear();
});

describe('a shelf elsewhere, as tablets will read it', () => {
  it('is found to be right', async () => {
    expect(await checkPublicShelf(url, origin)).toEqual([]);
  });

  it.each<[string, typeof change]>([
    ['not-there', () => 403],
    ['no-cors', (headers, status) => (headers.delete('access-control-allow-origin'), status)],
    [
      'no-cors',
      (headers, status) => (headers.set('access-control-allow-origin', 'https://b.example'), status),
    ],
    ['no-ranges', (_headers, status) => (status === 206 ? 200 : status)],
    ['kept-too-long', (headers, status) => (headers.set('cache-control', 'max-age=86400'), status)],
  ])('is found to be amiss, in a sentence that says what to do: %s', async (fault, next) => {
    change = next;
    const [found] = await checkPublicShelf(url, origin);
    expect(found).toBe(fault);
    expect(found && publicShelfSentence(found, url)).toMatch(/请.*\n/u);
  });

  it('is found to be away when nobody answers', async () => {
    server.close();
    server.closeAllConnections();
    expect(await checkPublicShelf(url, origin)).toEqual(['not-there']);
  });
});

describe('the hub of a shelf elsewhere', () => {
  it('points its old addresses there, and hints at what a page will ask for', async () => {
    const shelf = await openShelf(workshop.config);
    const app = createApp({
      folder: workshop.root,
      earlier: [],
      shell: '<head></head><body></body>',
      buildManifest: null,
      shelfRoot: workshop.root,
      shelf: { url: 'https://cdn.example/club/', key: shelf.keys.publicKey },
      shelfStore: folderStore(shelf.store.name, shelf.temporary),
    });
    const feed = await app.request('/shelf/opds.json');
    expect(feed.status).toBe(307);
    expect(feed.headers.get('location')).toBe('https://cdn.example/club/opds.json');
    expect(feed.headers.get('access-control-allow-origin')).toBe('*');
    expect((await app.request('/shelf/else.json')).status).toBe(404);
    const page = await app.request('/read/2026-11-new-sisters/bus');
    expect(page.headers.get('link')).toMatch(/<https:\/\/cdn\.example\/club\/catalogue\.jws>; rel=preload/u);
    expect(page.headers.get('content-security-policy')).toMatch(/connect-src 'self' https:\/\/cdn\.example/u);
  });
});
