/** A page's end of the library: starts the worker of this tab, asks the installer of whichever tab, shows what it says. */
import { computed, effect, signal } from '@preact/signals';
import { settings } from '../storage/settings-store.ts';
import { announceLibrary, catalogueNews, trustNews } from './catalogue-news.ts';
import { readPageCensus, writePageCensus } from './page-census.ts';
import type { Notices, Surrounded } from './install/messages.ts';
import { createConversation } from './install/conversation.ts';
import { exportIssues } from './export-issues.ts';
import { storedIssues } from './installed-issues.ts';
import type { IssueState, LibraryNotice } from './library.ts';
import type { LibraryActions, LibrarySignals } from './open-library.ts';
import { lookAgain as askNowAndThen } from './look-again.ts';
import { isMetered, whenConnectionChanges } from './connection.ts';
import { acceptKey } from './key-offer.ts';
import { refreshCatalogue } from './trust.ts';
import { trustNotice } from './trust-notice.ts';
import { opensOffline, watchShell, withShell } from './shell-ready.ts';
import { readShelfConfig } from './shelf-config.ts';
import { keepAwakeWhile } from './wake-lock.ts';

export async function startLibrary(signals: LibrarySignals): Promise<LibraryActions> {
  const config = await readShelfConfig();
  let notices: Notices = { lost: [], damaged: [], full: null };
  const dismissed = new Set<string>();
  let written = readPageCensus().join();
  /** Packs going in or out, and checks. */
  const works = signal(0);
  /** As the installer says, who knows nothing of the app's own files. */
  const told = signal<ReadonlyMap<string, IssueState>>(new Map());

  const conversation = createConversation({
    config,
    surroundings: surrounded,
    onState({ snapshot, notices: current, census }) {
      const before = storedIn(told.peek());
      told.value = snapshot.issues;
      if (storedIn(snapshot.issues) !== before) {
        announceLibrary();
        void refreshRoom();
      }
      signals.queue.value = snapshot.queue;
      signals.transfer.value = snapshot.transfer;
      notices = current;
      // Not again and again: erased with everything else, it must not come back with the next word of the installer.
      if (census.join() !== written) writePageCensus(census);
      written = census.join();
      void showNotice();
    },
  });

  async function showNotice(): Promise<void> {
    const notice = (await trustNotice(config.url)) ?? noticeOf(notices, signals);
    const isDismissed = notice !== null && dismissed.has(JSON.stringify(notice));
    const next = isDismissed ? null : notice;
    if (JSON.stringify(next) !== JSON.stringify(signals.notice.value)) signals.notice.value = next;
  }

  async function refreshRoom(): Promise<void> {
    const [estimate, persisted] = await Promise.all([
      navigator.storage?.estimate?.(),
      navigator.storage?.persisted?.(),
    ]);
    signals.room.value = {
      usedBytes: estimate?.usage ?? 0,
      quotaBytes: estimate?.quota ?? null,
      persisted: persisted ?? null,
      store: signals.room.value?.store ?? (await conversation.storeKind()),
    };
  }

  /** A pack may bring months, and a key that nobody vouches for: the installer puts that down, the page tells it. */
  async function lookAgain(): Promise<void> {
    await Promise.all([refreshRoom(), showNotice()]);
  }

  async function working<T>(work: Promise<T>): Promise<T> {
    works.value++;
    try {
      return await work;
    } finally {
      works.value--;
    }
  }

  effect(() => void (signals.issues.value = withShell(told.value, opensOffline.value)));
  watchShell().catch((error: unknown) => console.info(String(error)));
  effect(() => {
    // Said again whenever the club or the connection changes.
    void settings.value.club;
    conversation.hello();
  });
  effect(() => {
    if (catalogueNews.value > 0) conversation.say('catalogue');
    void trustNews.value;
    void showNotice();
  });
  askNowAndThen(() => refreshCatalogue(config));
  addEventListener('online', () => conversation.say('online'));
  whenConnectionChanges(() => conversation.hello());
  const isFetching = (): boolean =>
    signals.transfer.value !== null && signals.transfer.value.waitingFor === null;
  keepAwakeWhile(computed(() => works.value > 0 || isFetching()));
  void refreshRoom();

  return {
    stored: storedIssues,
    install: (issue) => conversation.ask({ name: 'install', issue }),
    pause: (issue) => conversation.ask({ name: 'pause', issue }),
    resume: (issue) => conversation.ask({ name: 'resume', issue }),
    cancel: (issue) => conversation.ask({ name: 'cancel', issue }),
    moveUp: (issue) => conversation.ask({ name: 'move', issue, by: -1 }),
    moveDown: (issue) => conversation.ask({ name: 'move', issue, by: 1 }),
    remove: (issue) => conversation.ask({ name: 'remove', issue }).then(refreshRoom),
    refreshRoom,
    dismissNotice() {
      if (signals.notice.value) dismissed.add(JSON.stringify(signals.notice.value));
      signals.notice.value = null;
    },
    verifyAll: (onProgress, signal) => working(conversation.verify(onProgress, signal)),
    requestPersistence: () => navigator.storage.persist(),
    importFrom: (from, onProgress, signal) =>
      working(conversation.importFrom(from, onProgress, signal)).finally(lookAgain),
    exportPack: (issues, write, onProgress, signal) =>
      working(exportIssues({ config, issues, write, onProgress, signal })),
    async consentToKey(offered) {
      await acceptKey(config.url, offered);
      await showNotice();
    },
    search: (query, limit) => conversation.search(query, limit),
  };
}

function surrounded(): Surrounded {
  return { club: settings.peek().club, isMetered: isMetered(), census: readPageCensus() };
}

function noticeOf({ lost, damaged, full }: Notices, signals: LibrarySignals): LibraryNotice | null {
  if (lost.length > 0) {
    const isMending = lost.some((issue) => signals.queue.value.includes(issue));
    return { kind: 'storage-lost', issues: lost, isMending };
  }
  if (damaged.length > 0) return { kind: 'damaged', issues: damaged };
  return full && { kind: 'full', ...full };
}

/** Which months are here in which revision, as one text to compare. */
function storedIn(issues: ReadonlyMap<string, IssueState>): string {
  return [...issues]
    .flatMap(([id, state]) => {
      if (state.state === 'stored') return [`${id} ${state.installedMs}`];
      return state.state === 'damaged' ? [`${id} -${state.missing}`] : [];
    })
    .sort()
    .join('\n');
}
