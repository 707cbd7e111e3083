/** The app: its files by name, and its shell for every address the app itself understands. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import type { BrotliCache } from './brotli.ts';
import { fileResponse } from './file-response.ts';

export interface AppFiles {
  /** Absolute: `dist/app`. */
  readonly folder: string;
  /** Folders of earlier builds, whose hashed files a page opened before an update may still ask for. */
  readonly earlier: readonly string[];
  /** index.html as it is sent now. */
  shellNow(): Promise<string>;
}

/** For one address: the `Link` header, and HTML for the end of its page; both empty where there is nothing to add. */
export type PageExtras = (pathname: string) => Promise<{ readonly link: string; readonly ahead: string }>;

const immutable = 'public, max-age=31536000, immutable';

export function appRoutes(
  { folder, earlier, shellNow }: AppFiles,
  extrasOf: PageExtras,
  brotli: BrotliCache,
): Hono {
  const routes = new Hono();

  async function sendShell({ req }: Context): Promise<Response> {
    const [{ link, ahead }, shell] = await Promise.all([extrasOf(req.path), shellNow()]);
    const page = new TextEncoder().encode(shell.replace('</body>', () => `${ahead}</body>`));
    const pageTag = createHash('sha256').update(page).digest('hex').slice(0, 32);
    const isCompressed = /\bbr\b/u.test(req.header('accept-encoding') ?? '');
    const etag = isCompressed ? `"${pageTag}-br"` : `"${pageTag}"`;
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      etag,
    });
    if (link !== '') headers.set('link', link);
    if (req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
    if (!isCompressed) return new Response(page, { headers });
    headers.set('content-encoding', 'br');
    return new Response(await brotli.get(pageTag, async () => page, 11), { headers });
  }

  routes.get('/index.html', (context) => sendShell(context));
  routes.get('/assets/:name{.+}', async ({ req, notFound }) => {
    const name = safePath(req.path);
    if (name === null) return notFound();
    for (const build of [folder, ...earlier]) {
      const file = {
        path: path.join(build, name),
        tag: hashOf(name),
        cacheControl: immutable,
        brotliQuality: 11,
      };
      const response = await fileResponse(req.raw, file, brotli);
      if (response !== null) return response;
    }
    return notFound();
  });
  routes.get('*', async (context) => {
    const { req, notFound } = context;
    const name = safePath(req.path);
    // Only a name with an extension can be a file; the rest are the app's own addresses.
    if (name === null || name.startsWith('.')) return notFound();
    if (!/\.[A-Za-z0-9]+$/u.test(name)) return sendShell(context);
    const file = { path: path.join(folder, name), cacheControl: 'no-cache', brotliQuality: 11 };
    return (await fileResponse(req.raw, file, brotli)) ?? notFound();
  });
  return routes;
}

/** `assets/player-Bb5zrzji.js`: what names the content; each of a page's files brings its tag over the line. */
function hashOf(name: string): string {
  return /-([\w-]{8})\.\w+$/u.exec(name)?.[1] ?? name;
}

/** The decoded path below the folder, or null for one that leaves it or hides something. */
function safePath(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname).slice(1);
  } catch {
    return null;
  }
  const parts = decoded.split('/');
  const isSafe = parts.every((part) => !/^\.{1,2}$/u.test(part) && !/[\\\0:]/u.test(part));
  return isSafe ? decoded : null;
}
