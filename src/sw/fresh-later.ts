/** What is cached at once, and the newest for the next time; with nothing cached, the network's own answer. */
export async function freshLater(event: FetchEvent, cacheName: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const cached = await cache.match(event.request);
  const newest = fetch(event.request).then(async (response) => {
    if (response.ok) await cache.put(event.request, response.clone());
    return response;
  });
  if (!cached) return newest;
  event.waitUntil(newest.catch(() => undefined));
  return cached;
}
