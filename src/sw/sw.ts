/**
 * The app's own files, and the media the library has stored, without a network. Events only; each decision is one
 * branch.
 *
 * It never answers for `/shelf/`: what the library keeps is verified and lies in its own stores. It never takes over by
 * itself: `skipWaiting` only on a message, since a page that is running still needs the chunks of its own version.
 */
import { cleanupOutdatedCaches, matchPrecache, precache } from 'workbox-precaching';
import { freshLater } from './fresh-later.ts';
import { isAppAddress } from './is-app-address.ts';
import { answerMedia } from './media.ts';
import { MEDIA_PATH } from './media-address.ts';
import { RECEIVE_PATH, pageIsReady, receivePack } from './receive.ts';
import { shelfRoot } from './shelf-root.ts';
import { STUDIO_LIST, dropOtherStudios, isStudioUsed, keepStudio, matchStudio } from './studio-set.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[];
};

/** The one page there is, for every address of the app. */
const SHELL = '/index.html';
/** Which shelf to read. The cached page is the same for every shelf, so this is kept beside it. */
const SHELF_CONFIG = '/shelf.json';
const CONFIG_CACHE = 'same-page.shelf-config';

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener('install', (event) => {
  // A page that was online once must find its shelf offline. A hub without the file is no reason not to install.
  event.waitUntil(
    caches
      .open(CONFIG_CACHE)
      .then((cache) => cache.add(SHELF_CONFIG))
      .catch(() => undefined),
  );
  // Where the studio is at hand without a network, it stays so with this version.
  event.waitUntil(isStudioUsed().then((isUsed) => (isUsed ? keepNewStudio() : undefined)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(matchPrecache(STUDIO_LIST).then(dropOtherStudios));
  // Only pages that have no worker yet, of the very first visit: what they stored plays from the store without a reload.
  // Pages of an earlier build have theirs, and keep it until it goes by consent.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (url.pathname.startsWith(MEDIA_PATH)) {
    event.respondWith(answerMedia(request, () => shelfRoot(CONFIG_CACHE)));
    return;
  }
  if (request.method === 'POST' && url.pathname === RECEIVE_PATH) receivePack(event);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (isAppAddress(url.pathname)) event.respondWith(precachedOr(SHELL, request));
    return;
  }
  if (url.pathname === SHELF_CONFIG) event.respondWith(freshLater(event, CONFIG_CACHE));
  else if (!url.pathname.startsWith('/shelf/')) event.respondWith(precachedOr(request.url, request));
});

self.addEventListener('message', (event) => {
  const { type } = event.data as { readonly type?: unknown };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'READY_TO_RECEIVE') pageIsReady(event.source);
  if (type === 'IS_ONLY_WINDOW') event.waitUntil(answerIsOnlyWindow(event));
  if (type === 'KEEP_STUDIO') event.waitUntil(answerKeepStudio(event));
});

async function precachedOr(key: string, request: Request): Promise<Response> {
  return (await matchPrecache(key)) ?? (await matchStudio(request)) ?? fetch(request);
}

async function keepNewStudio(): Promise<void> {
  await keepStudio(await fetch(STUDIO_LIST, { cache: 'no-cache' }));
}

/** Answers whether all of it is here now. */
async function answerKeepStudio(event: ExtendableMessageEvent): Promise<void> {
  const list = (await matchPrecache(STUDIO_LIST)) ?? (await fetch(STUDIO_LIST));
  const isKept = await keepStudio(list).then(
    () => true,
    () => false,
  );
  event.ports[0]?.postMessage(isKept);
}

async function answerIsOnlyWindow(event: ExtendableMessageEvent): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  event.ports[0]?.postMessage(windows.length <= 1);
}
