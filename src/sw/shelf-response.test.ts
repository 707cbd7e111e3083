import { afterEach, describe, expect, it, vi } from 'vitest';
import { shelfResponse } from './shelf-response.ts';

const SHA = 'ab'.repeat(32);
const HREF = `blobs/sha256/ab/${SHA}.mp4`;
const address = { sha256: SHA, type: 'video/mp4', href: HREF };
const root = (): Promise<string> => Promise.resolve('https://shelf.example/club/');

function shelfAnswers(answer: () => Response) {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(answer()));
  vi.stubGlobal('fetch', asked);
  return asked;
}

const get = (headers: HeadersInit = {}): Request =>
  new Request(`https://club.example/media/${SHA}`, { headers });

afterEach(() => vi.unstubAllGlobals());

describe('what the shelf gives for a medium that is not stored', () => {
  it('the same range, made as safe as our own', async () => {
    const asked = shelfAnswers(
      () =>
        new Response('23', {
          status: 206,
          headers: { 'content-type': 'video/mp4', 'content-range': 'bytes 2-3/10', 'set-cookie': 'a=b' },
        }),
    );
    const response = await shelfResponse(get({ range: 'bytes=2-3', cookie: 'secret' }), address, root);
    expect(response?.status).toBe(206);
    expect(await response?.text()).toBe('23');
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
      'content-range': 'bytes 2-3/10',
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
    });
    expect(response?.headers.get('content-security-policy')).toContain('sandbox');
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      new URL(`https://shelf.example/club/${HREF}`),
      expect.objectContaining({ headers: { range: 'bytes=2-3' }, credentials: 'omit' }),
    );
  });

  it.each([
    ['a login page', () => new Response('<h1>', { headers: { 'content-type': 'text/html' } })],
    ['another type', () => new Response('x', { headers: { 'content-type': 'image/svg+xml' } })],
    ['no such file', () => new Response('', { status: 404 })],
    [
      'a fault of the server',
      () => new Response('', { status: 503, headers: { 'content-type': 'video/mp4' } }),
    ],
  ])('nothing for %s', async (_what, answer) => {
    shelfAnswers(answer);
    expect(await shelfResponse(get(), address, root)).toBeNull();
  });

  it('nothing without a network, a shelf or an address', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await shelfResponse(get(), address, root)).toBeNull();
    const asked = shelfAnswers(() => new Response('x', { headers: { 'content-type': 'video/mp4' } }));
    expect(await shelfResponse(get(), address, () => Promise.resolve(null))).toBeNull();
    expect(await shelfResponse(get(), { ...address, href: null }, root)).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});
