/**
 * The library as pages hold it from the first moment: signals that fill, and everything else fetched when the page has
 * been drawn. Nothing of it stands between a person and their reading.
 */
import { signal, type Signal } from '@preact/signals';
import type { IssueState, Library, LibraryNotice, Room, Transfer } from './library.ts';

export interface LibrarySignals {
  readonly issues: Signal<ReadonlyMap<string, IssueState>>;
  readonly transfer: Signal<Transfer | null>;
  readonly notice: Signal<LibraryNotice | null>;
  readonly room: Signal<Room | null>;
  readonly queue: Signal<readonly string[]>;
}
export type LibraryActions = Omit<Library, keyof LibrarySignals>;

/** Time for the first page to be painted, once it is there. */
const HEAD_START_MS = 250;

/** @returns `start` is called when the first page is there: on a slow line nothing may travel beside it. */
export function openLibrary(): { readonly library: Library; readonly start: () => void } {
  const signals: LibrarySignals = {
    issues: signal<ReadonlyMap<string, IssueState>>(new Map()),
    transfer: signal<Transfer | null>(null),
    notice: signal<LibraryNotice | null>(null),
    room: signal<Room | null>(null),
    queue: signal<readonly string[]>([]),
  };
  let actions: Promise<LibraryActions> | null = null;
  function library(): Promise<LibraryActions> {
    if (actions) return actions;
    actions = import('./page-library.ts').then(({ startLibrary }) => startLibrary(signals));
    // A failure is not remembered: the next question, or the network coming back, begins anew.
    actions.catch(() => (actions = null));
    return actions;
  }
  const begin = (): void => void library().catch((error: unknown) => console.info(String(error)));
  // Without a worker nothing stored could be opened, so nothing is fetched (rulings: read online).
  const start = (): void => {
    if (!('serviceWorker' in navigator)) return;
    setTimeout(begin, HEAD_START_MS);
    addEventListener('online', begin);
  };

  const pages: Library = {
    ...signals,
    stored: async () => (await library()).stored(),
    install: async (issue) => (await library()).install(issue),
    pause: async (issue) => (await library()).pause(issue),
    resume: async (issue) => (await library()).resume(issue),
    cancel: async (issue) => (await library()).cancel(issue),
    moveUp: async (issue) => (await library()).moveUp(issue),
    moveDown: async (issue) => (await library()).moveDown(issue),
    remove: async (issue) => (await library()).remove(issue),
    refreshRoom: async () => (await library()).refreshRoom(),
    dismissNotice: () => void library().then(({ dismissNotice }) => dismissNotice()),
    verifyAll: async (...given) => (await library()).verifyAll(...given),
    // Not behind an import: some browsers ask only right after a click.
    requestPersistence: async () => {
      const persisted = (await navigator.storage?.persist?.()) ?? false;
      if (signals.room.value) signals.room.value = { ...signals.room.value, persisted };
      return persisted;
    },
    importFrom: async (...given) => (await library()).importFrom(...given),
    exportPack: async (...given) => (await library()).exportPack(...given),
    consentToKey: async (offered) => (await library()).consentToKey(offered),
    search: async (...given) => (await library()).search(...given),
  };
  return { library: pages, start };
}
