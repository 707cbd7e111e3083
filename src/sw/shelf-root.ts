/** Where the shelf is, as the page was told (`/shelf.json`); null before it ever was. */
export async function shelfRoot(cacheName: string): Promise<string | null> {
  const cached = await (await caches.open(cacheName)).match('/shelf.json');
  if (!cached) return null;
  const config: unknown = await cached.json();
  const isConfig = typeof config === 'object' && config !== null && 'url' in config;
  return isConfig && typeof config.url === 'string' ? new URL(config.url, self.location.origin).href : null;
}
