import { describe, expect, it, vi } from 'vitest';
import { mediaResponse, type Medium } from './media-response.ts';

const SHA = 'ab'.repeat(32);

function medium() {
  const body = vi.fn<Medium['body']>((start, end) => Promise.resolve('0123456789'.slice(start, end)));
  return { sha256: SHA, type: 'video/mp4', bytes: 10, body };
}

const get = (headers: HeadersInit = {}, method = 'GET'): Request =>
  new Request('https://club.example/media/x', { headers, method });

describe('one medium as an answer', () => {
  it('reads only the bytes that were asked for', async () => {
    const asked = medium();
    const response = await mediaResponse(get({ range: 'bytes=2-4' }), asked);
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('234');
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(response.headers.get('content-length')).toBe('3');
    expect(asked.body).toHaveBeenCalledExactlyOnceWith(2, 5);
  });

  it('reads nothing for HEAD and for what cannot be answered', async () => {
    const asked = medium();
    const head = await mediaResponse(get({}, 'HEAD'), asked);
    expect(head.headers.get('content-length')).toBe('10');
    const beyond = await mediaResponse(get({ range: 'bytes=10-' }), asked);
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe('bytes */10');
    expect(asked.body).not.toHaveBeenCalled();
  });

  it('a range on condition of other content is answered with the whole', async () => {
    const response = await mediaResponse(get({ range: 'bytes=2-4', 'if-range': '"other"' }), medium());
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('0123456789');
  });

  it('is never a document that may do anything', async () => {
    for (const request of [get(), get({ range: 'bytes=0-1' }), get({ range: 'bytes=99-' })]) {
      const { headers } = await mediaResponse(request, medium());
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/u);
      expect(headers.get('content-type')).toBe('video/mp4');
      expect(headers.get('accept-ranges')).toBe('bytes');
      expect(headers.get('etag')).toBe(`"${SHA}"`);
    }
  });
});
