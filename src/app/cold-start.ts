/** A version that waited since last time takes over when the app opens, if this is the only window. */

/** Long enough for a worker that is already there to take over, short enough not to be a wait. */
const TAKEOVER_MS = 1500;

async function takeOver(waiting: ServiceWorker): Promise<void> {
  const only = await ask(waiting, 'IS_ONLY_WINDOW');
  if (!only) return;
  const taken = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
    setTimeout(resolve, TAKEOVER_MS);
  });
  waiting.postMessage({ type: 'SKIP_WAITING' }, []);
  await taken;
}

function ask(worker: ServiceWorker, type: string): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', (event: MessageEvent<unknown>) => resolve(event.data));
    port1.start();
    setTimeout(() => resolve(false), TAKEOVER_MS);
    worker.postMessage({ type }, [port2]);
  });
}

/**
 * Before the first rendering: lets a version that waited since last time take over if this is the only window.
 * Resolves to whether the page must load again, because its own code is then the old one.
 */
export async function activateAtColdStart(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return false;
  const before = navigator.serviceWorker.controller;
  await takeOver(registration.waiting);
  return navigator.serviceWorker.controller !== before;
}
