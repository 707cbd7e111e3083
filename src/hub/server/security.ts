/** Headers of every page: nothing foreign is loaded, nothing inline runs that was not in our own index.html. */
import { createHash } from 'node:crypto';

/** `sha256-…` sources for the inline scripts of a page, so that they run and no injected one does. */
export function inlineScriptHashes(html: string): readonly string[] {
  const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<code>[\s\S]*?)<\/script>/gu);
  return [...scripts].flatMap(({ groups }) => {
    const { attributes = '', code = '' } = groups ?? {};
    const isData = /\btype\s*=\s*["']?application\//u.test(attributes);
    if (isData || /\bsrc\s*=/u.test(attributes) || code === '') return [];
    return [`'sha256-${createHash('sha256').update(code).digest('base64')}'`];
  });
}

/**
 * @param shelfOrigin The one other origin material may come from, or null where the shelf is on this one.
 * `frame-ancestors 'self'`: the studio's preview is the member's app in a frame.
 */
export function appPolicy(scriptHashes: readonly string[], shelfOrigin: string | null): string {
  const shelf = shelfOrigin === null ? '' : ` ${shelfOrigin}`;
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scriptHashes].join(' ')}`,
    "style-src 'self'",
    `img-src 'self' data: blob:${shelf}`,
    `media-src 'self' blob:${shelf}`,
    `connect-src 'self'${shelf}`,
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** For what lies on the shelf: documents for any reader, with pictures and media of the same shelf and no script. */
export const shelfPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A drawing opened by itself could carry a script; as a page it may do nothing but be drawn. */
export const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/** For the app's code and pictures, which a page's policy governs already; a worker has only its own file's. */
export function filePolicy(shelfOrigin: string | null): string {
  return `default-src 'self'${shelfOrigin === null ? '' : ` ${shelfOrigin}`}`;
}

export const commonHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** What only a page obeys: on each of a page's thirty files they would cost a slow line a tenth of a second. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), midi=(), browsing-topics=()',
};
