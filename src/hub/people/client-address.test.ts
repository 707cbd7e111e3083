import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

async function seen(hasProxy: boolean, remote: string, forwarded?: string): Promise<string> {
  const app = new Hono();
  app.get('/', (context) => context.text(clientAddress(context, hasProxy)));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const socket = { remoteAddress: remote, remotePort: 1, remoteFamily: 'IPv4' };
  return (await app.request('/', { headers }, { incoming: { socket } })).text();
}

describe('the address limits are kept by', () => {
  it.each([
    ['the socket’s', false, '192.0.2.7', undefined, '192.0.2.7'],
    ['not what a stranger writes into a header', false, '192.0.2.7', '203.0.113.9', '192.0.2.7'],
    ['what our proxy saw', true, '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['what our proxy saw, not what it was told', true, '127.0.0.1', '10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['the proxy’s own where it says nothing', true, '127.0.0.1', undefined, '127.0.0.1'],
    ['an IPv4 address also when written as IPv6', false, '::ffff:192.0.2.7', undefined, '192.0.2.7'],
    ['a household’s of IPv6', false, '2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2'],
    ['a household’s of shortened IPv6', false, '2001:db8::6', undefined, '2001:db8:0:0'],
  ])('is %s', async (_, hasProxy, remote, forwarded, expected) => {
    expect(await seen(hasProxy, remote, forwarded)).toBe(expected);
  });
});
