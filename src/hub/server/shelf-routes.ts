/** `/shelf/…`: the published tree, as any static host could serve it (design §4). */
import path from 'node:path';
import { Hono } from 'hono';
import type { BrotliCache } from './brotli.ts';
import { fileResponse } from './file-response.ts';
import { drawingPolicy, shelfPolicy } from './security.ts';
import type { ShelfIndex } from './shelf-index.ts';

const immutable = 'public, max-age=31536000, immutable';
/** Exactly the addresses of a shelf: nothing else in the folder can be asked for, whatever the path says. */
const blobName = /^blobs\/sha256\/(?<folder>[0-9a-f]{2})\/(?<sha256>[0-9a-f]{64})\.[a-z0-9]{1,8}$/u;

export function shelfRoutes(root: string, index: ShelfIndex, brotli: BrotliCache): Hono {
  const routes = new Hono();
  // The shelf is public, and other reading apps may fetch it from pages of their own.
  routes.use(async (context, next) => {
    await next();
    context.header('access-control-allow-origin', '*');
    context.header('cross-origin-resource-policy', 'cross-origin');
    const type = context.res.headers.get('content-type');
    context.header('content-security-policy', type === 'image/svg+xml' ? drawingPolicy : shelfPolicy);
  });

  routes.get('/catalogue.jws', async ({ req, notFound }) => {
    const file = { path: path.join(root, 'catalogue.jws'), cacheControl: 'no-cache', brotliQuality: 9 };
    return (await fileResponse(req.raw, file, brotli)) ?? notFound();
  });

  routes.get('/opds.json', async ({ req, notFound }) => {
    const type = 'application/opds+json; charset=utf-8';
    const file = { path: path.join(root, 'opds.json'), cacheControl: 'no-cache', type, brotliQuality: 9 };
    return (await fileResponse(req.raw, file, brotli)) ?? notFound();
  });

  routes.get('/blobs/sha256/:folder/:name', async ({ req, notFound }) => {
    const href = `blobs/sha256/${req.param('folder')}/${req.param('name')}`;
    const sha256 = blobName.exec(href)?.groups?.['sha256'];
    if (sha256 === undefined) return notFound();
    const type = await index.typeOf(href).catch(() => undefined);
    const file = {
      path: path.join(root, href),
      tag: sha256,
      cacheControl: immutable,
      brotliQuality: 9,
      ...(type !== undefined && { type }),
    };
    return (await fileResponse(req.raw, file, brotli)) ?? notFound();
  });

  return routes;
}

/** The same addresses, for a shelf that lies in a bucket: each points to where it is now. */
export function shelfElsewhere(url: string): Hono {
  const routes = new Hono();
  routes.get('/*', (context) => {
    const href = context.req.path.replace(/^\/shelf\//u, '');
    const isOurs = href === 'catalogue.jws' || href === 'opds.json' || blobName.test(href);
    if (!isOurs) return context.notFound();
    context.header('access-control-allow-origin', '*');
    context.header('cross-origin-resource-policy', 'cross-origin');
    context.header('cache-control', 'no-cache');
    return context.redirect(url + href, 307);
  });
  return routes;
}
