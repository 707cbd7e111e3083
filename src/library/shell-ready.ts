/**
 * Whether the app itself opens without a network: its worker is installed, and with it every file of the app. Until then no
 * month is called 已经存好, however whole it is: nobody could open it.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { IssueState } from './library.ts';

/** As the service worker keeps it (src/sw/sw.ts); the cache's own key carries a revision after it. */
const SHELL = '/index.html';

const ready = signal(false);
export const opensOffline: ReadonlySignal<boolean> = ready;

/** Resolves once it does; never where there is no worker to make it so. */
export async function watchShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // Of the scope, not of this page: a first page runs without one until the next is opened.
  await navigator.serviceWorker.ready;
  ready.value = (await caches.match(SHELL, { ignoreSearch: true })) !== undefined;
}

/** As `issues`, and truthful about months that are whole while the app is not. */
export function withShell(
  issues: ReadonlyMap<string, IssueState>,
  hasShell: boolean,
): ReadonlyMap<string, IssueState> {
  if (hasShell) return issues;
  return new Map(
    [...issues].map(([id, state]) => [
      id,
      state.state === 'stored' ? { ...state, waitsForShell: true } : state,
    ]),
  );
}
