/** The hub's answers, without a socket: what `serve` listens with and what tests ask directly. */
import { Hono } from 'hono';
import { routeKind, silentLog, type Log } from '../log.ts';
import type { ApiEnv } from '../people/access.ts';
import { appRoutes, type AppFiles } from './app-routes.ts';
import { brotliCache } from './brotli.ts';
import { hintMs, readingExtras } from './reading-extras.ts';
import { appPolicy, commonHeaders, filePolicy, inlineScriptHashes, pageHeaders } from './security.ts';
import { shelfIndex } from './shelf-index.ts';
import { folderReader, storeReader } from './shelf-reader.ts';
import { shelfElsewhere, shelfRoutes } from './shelf-routes.ts';
import type { ShelfStore } from '../store/store.ts';
import { withShelf, type ShelfAddress } from './shell.ts';
import { soon } from '../store/soon.ts';

export interface HubSite extends Omit<AppFiles, 'shellNow'> {
  /** index.html as it was built. */
  readonly shell: string;
  /** The text of vite's manifest, or null. */
  readonly buildManifest: string | null;
  /** Absolute: the published tree. */
  readonly shelfRoot: string;
  readonly shelf: ShelfAddress;
  /** The API of this hub (`apiRoutes`); a site without one only serves. */
  readonly api?: Hono<ApiEnv>;
  /** Where the shelf lies when it is not that tree: then `/shelf/` only points to its address. */
  readonly shelfStore?: ShelfStore;
  readonly log?: Log;
}

export function createApp(site: HubSite): Hono {
  const app = new Hono();
  const brotli = brotliCache();
  const { shelfStore } = site;
  const reader = shelfStore === undefined ? folderReader(site.shelfRoot) : storeReader(shelfStore);
  const index = shelfIndex(reader, site.shelf.key);
  const shelfOrigin = site.shelf.url.startsWith('/') ? null : new URL(site.shelf.url).origin;
  const policy = appPolicy(inlineScriptHashes(site.shell), shelfOrigin);

  app.use(async (context, next) => {
    await next();
    const isPage = context.res.headers.get('content-type')?.startsWith('text/html') === true;
    const headers = isPage ? { ...commonHeaders, ...pageHeaders } : commonHeaders;
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    // Drafts and who works on them are nobody's find.
    if (isPage && context.req.path.startsWith('/studio')) context.header('x-robots-tag', 'noindex, nofollow');
    if (!context.res.headers.has('content-security-policy'))
      context.header('content-security-policy', isPage ? policy : filePolicy(shelfOrigin));
    if (!context.res.headers.has('cross-origin-resource-policy'))
      context.header('cross-origin-resource-policy', 'same-origin');
  });
  if (site.api !== undefined) app.route('/api', site.api);
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '*', (context) =>
    context.text('Method Not Allowed', 405, { allow: 'GET, HEAD' }),
  );

  /** New tablets begin with the key that signed what they find: it may have been changed beside a running hub. */
  const shelfNow = async (): Promise<ShelfAddress> => {
    const key = await soon(index.signer(), site.shelf.url, hintMs).catch(() => site.shelf.key);
    return { url: site.shelf.url, key };
  };
  app.get('/shelf.json', async (context) =>
    context.json(await shelfNow(), 200, { 'cache-control': 'no-cache' }),
  );
  // Reading apps that subscribed before the shelf moved into a bucket find it there.
  if (shelfStore === undefined) app.route('/shelf', shelfRoutes(site.shelfRoot, index, brotli));
  else app.route('/shelf', shelfElsewhere(site.shelf.url));
  // Nothing else lies under the shelf: not the app's shell, which a tablet could take for a catalogue.
  app.get('/shelf/*', (context) => context.notFound());
  const extras = readingExtras({ ...site, index, shelfUrl: site.shelf.url });
  const shellNow = async (): Promise<string> => withShelf(site.shell, await shelfNow());
  app.route('/', appRoutes({ ...site, shellNow }, extras, brotli));

  app.notFound((context) => context.text('没有这个文件。Not found.', 404, { 'cache-control': 'no-store' }));
  app.onError((error, context) => {
    (site.log ?? silentLog).error('failed', { what: routeKind(context.req.path), error });
    return context.text('出错了，请再试一次。Something went wrong; please try again.', 500, {
      'cache-control': 'no-store',
    });
  });
  return app;
}
