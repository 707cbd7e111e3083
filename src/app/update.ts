/**
 * New code waits until nobody is in the middle of anything: it takes over at a cold start, when this is the only
 * window, or when someone says so. Never under a running page, whose lazy chunks it would break.
 */
import { signal, type ReadonlySignal } from '@preact/signals';

/** Long enough for a worker that is already there to take over, short enough not to be a wait. */
const TAKEOVER_MS = 1500;

/** After the page's own files, before the worker's. */
const SETTLE_MS = 1000;
/** A page whose files do not all come gets its worker all the same. */
const PATIENCE_MS = 8000;

const waits = signal(false);
/** A new version is ready and waits for a yes. */
export const updateWaits: ReadonlySignal<boolean> = waits;

let takeUpdate: (() => void) | null = null;

/** On a yes: the new worker takes over and the page opens again with it. */
export function applyUpdate(): void {
  waits.value = false;
  takeUpdate?.();
}

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

/** Once the page is there and at rest: what someone came to read does not share its network with the shell's own files. */
export async function watchForUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await atRest();
  const { Workbox } = await import('workbox-window');
  const workbox = new Workbox('/sw.js', { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => void (waits.value = true));
  takeUpdate = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    workbox.messageSkipWaiting();
  };
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
