/**
 * The page for whoever opens the hub over plain http by anything but this machine's own name: browsers give such pages no storage, no
 * service worker and no passkeys, so the app would seem to work and be empty at the meeting. One clear sentence instead.
 */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { escapeHtml } from '../../core/shelf/html-text.ts';
import { routeKind } from '../log.ts';

const localName = /^(?:localhost|[a-z0-9-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/iu;
const number = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::\d+)?$/iu;
const loopback = /^(?:::ffff:)?127\.|^::1$/u;

/**
 * @param address The https address to open instead, or null where it is not known.
 * The shelf stays open: other reading apps need nothing from a browser, and its files are signed.
 */
export function needsHttps(address: string | null): MiddlewareHandler {
  return async (context, next) => {
    if (routeKind(context.req.path) !== 'page' || !isInsecure(context)) return next();
    const headers = { 'cache-control': 'no-store', 'content-security-policy': policy };
    return context.html(page(address), 426, { ...headers, upgrade: 'TLS/1.2, HTTP/1.1' });
  };
}

/**
 * `X-Forwarded-Proto` is believed from anybody: who makes it up deceives only himself. A proxy on this machine that says nothing is
 * trusted to speak https, since refusing would shut out everybody.
 */
function isInsecure(context: Context): boolean {
  const host = context.req.header('host') ?? 'localhost';
  if (localName.test(host)) return false;
  const forwarded = context.req.header('x-forwarded-proto');
  if (forwarded !== undefined) return forwarded.split(',')[0]?.trim() !== 'https';
  // Nobody has a certificate for a number in a house.
  if (number.test(host)) return true;
  const isOnSocket = 'incoming' in Object(context.env);
  return !isOnSocket || !loopback.test(getConnInfo(context).remote.address ?? '');
}

/** Its one style and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
const style =
  'body{margin:0;font:1.5rem/1.8 sans-serif;color:#1c1a17;background:#fbf8f1}' +
  'main{max-width:28em;margin:0 auto;padding:1em;overflow-wrap:anywhere}h1{font-size:1.3em;line-height:1.4}' +
  'a{color:#17505a;display:inline-block;min-height:60px;line-height:60px}';

function page(address: string | null): string {
  const link = address === null ? '' : `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`;
  const [zh, en] =
    address === null
      ? ['请打开管同页的人给您的 https 地址。', 'Please open the https address you were given.']
      : ['请打开下面的地址：', 'Please open the address above.'];
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>请换一个地址打开 · 同页</title><style>${style}</style></head><body><main>
<h1>请换一个地址打开</h1>
<p>这个地址以 http 开头，浏览器在这里不让同页把内容存到平板里，没有网就打不开。${zh}</p>
${link}
<p lang="en">This address begins with http, where browsers keep nothing on the tablet. ${en}</p>
<hr><p>管同页的人：怎么办写在 src/hub/DEPLOY.md 里。<span lang="en">If you look after Same Page, see src/hub/DEPLOY.md.</span></p>
</main></body></html>
`;
}
