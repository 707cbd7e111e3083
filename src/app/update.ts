/**
 * New code waits until nobody is in the middle of anything: it takes over at a cold start (cold-start.ts), when this is the only
 * window, or when someone says so. Never under a running page, whose lazy chunks it would break.
 */
import { waitingUpdate } from './waiting-update.ts';

/** After the page's own files, before the worker's. */
const SETTLE_MS = 1000;
/** A page whose files do not all come gets its worker all the same. */
const PATIENCE_MS = 8000;

/** Once the page is there and at rest: what someone came to read does not share its network with the shell's own files. */
export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await atRest();
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  const takeUpdate = (): void => {
    waitingUpdate.value = null;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    workbox.messageSkipWaiting();
  };
  workbox.addEventListener('waiting', () => void (waitingUpdate.value = takeUpdate));
  await workbox.register();
}

/** Everything the page itself asked for has come, or has had long enough: a stalled video is no reason never to be offline. */
function atRest(): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => void setTimeout(resolve, SETTLE_MS);
    if (document.readyState === 'complete') return settle();
    addEventListener('load', settle, { once: true });
    setTimeout(resolve, PATIENCE_MS);
  });
}
