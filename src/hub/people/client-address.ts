/** Who is at the other end of the socket; for limits only, never kept. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * @param hasProxy A proxy of ours is the other end: the last address it added is whom it saw. Without one the header is
 * anybody's invention.
 */
export function clientAddress(context: Context, hasProxy: boolean): string {
  const forwarded = hasProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return limitedPart(forwarded ?? socketAddress(context));
}

function socketAddress(context: Context): string {
  // Asked directly, without a socket, as tests do.
  if (context.env === undefined || !('incoming' in Object(context.env))) return 'here';
  return getConnInfo(context).remote.address ?? 'unknown';
}

/** Of IPv6 the first 64 bits: one household has all of the rest. */
function limitedPart(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/u, '');
  return plain.includes(':') ? expand(plain).slice(0, 4).join(':') : plain;
}

function expand(address: string): readonly string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after];
}
