import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../health.ts';
import { silentLog } from '../log.ts';
import { watched } from './watched.ts';

const inner = new Hono();
inner.all('*', (context) => context.text('inner'));
const app = (conditions: Partial<Record<Condition, boolean>> = {}) =>
  watched(inner, {
    log: silentLog,
    address: 'https://tongye.example.org/',
    health: async () => {
      const all = { shelf: true, space: true, clock: true, ...conditions };
      return { isWell: Object.values(all).every(Boolean), conditions: all };
    },
  });
const ask = (url: string, headers: Record<string, string> = {}) => app().request(url, { headers });

describe('/healthz', () => {
  it('says ok, and each condition', async () => {
    const response = await ask('http://localhost/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', shelf: 'ok', space: 'ok', clock: 'ok' });
  });

  it('says which condition fails, with a status a watcher sees, and nothing about the machine', async () => {
    const response = await app({ space: false }).request('/healthz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'failing', shelf: 'ok', space: 'failing', clock: 'ok' });
  });
});

describe('plain http', () => {
  it.each([
    ['by number', 'http://192.168.1.20:4173/', {}],
    ['by name', 'http://library-pc/read/x/y', {}],
    ['through a proxy that says so', 'http://tongye.example.org/', { 'x-forwarded-proto': 'http' }],
  ])('%s gets one sentence and the address that works', async (_name, url, headers) => {
    const response = await ask(url, { host: new URL(url).host, ...headers });
    const text = await response.text();
    expect(response.status).toBe(426);
    expect(text).toContain('<a href="https://tongye.example.org/">https://tongye.example.org/</a>');
    expect(text).toMatch(/lang="en">.*the address above/u);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['this machine itself', 'http://localhost:4173/', {}],
    ['this machine by number', 'http://127.0.0.1:4173/', {}],
    ['a proxy that speaks https', 'http://tongye.example.org/', { 'x-forwarded-proto': 'https' }],
    ['a reading app at the feed', 'http://192.168.1.20:4173/shelf/opds.json', {}],
    ['a page of the shelf itself', 'http://192.168.1.20:4173/shelf/blobs/sha256/ab/x.html', {}],
  ])('%s is served', async (_name, url, headers) => {
    expect(await (await ask(url, { host: new URL(url).host, ...headers })).text()).toBe('inner');
  });
});
