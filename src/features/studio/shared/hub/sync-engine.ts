/**
 * Keeps this machine's drafts on the hub too. One window of the browser does it for all (a Web Lock); it looks after every save, when the
 * network or a sign-in comes, and twice a minute. Nothing on this machine waits for any of it.
 */
import { effect } from '@preact/signals';
import { attachmentsIn } from '../../../../authoring/draft/attachments-in.ts';
import { readSync, putSync } from '../../../../storage/drafts/draft-sync.ts';
import { hasFile, openFile } from '../../../../storage/attachments/attachment-store.ts';
import { notedHash, noteHash } from '../../../../storage/attachments/file-hash.ts';
import type { Attachment } from '../../../../authoring/draft/model.ts';
import { watchSaves } from '../month-lock.ts';
import { aroundRecording } from '../recording-now.ts';
import { account, refreshAccount } from './account.ts';
import { fetchFile } from './fetch-file.ts';
import { createTraffic, type MissingOnes } from './file-traffic.ts';
import { hashBlob } from './hash-blob.ts';
import { HubProblem } from './hub-client.ts';
import { filesPath, hubDrafts, type HubEntry } from './hub-drafts.ts';
import { localDrafts } from './local-drafts.ts';
import { localWords } from './local-words.ts';
import { withRecord } from './record-lock.ts';
import { sendFile } from './send-file.ts';
import { syncMonth } from './sync-month.ts';
import { askSync, onSyncAsked, syncState, tellSync, type MonthSync } from './sync-state.ts';
import { syncWords } from './sync-words.ts';
import { isUploadPaused, setUploadPaused } from './upload-pause.ts';

const LOCK = 'same-page-hub-sync';
const EVERY_MS = 30_000;
/** After a save: the next one often comes at once. */
const AFTER_SAVE_MS = 1500;
/** A static host is asked again now and then: it may have become a hub. */
const NO_HUB_MS = 30 * 60_000;

const records = { read: readSync, put: putSync };
let isStarted = false;

/** From the first page of the studio on; once a page. */
export function startSync(): void {
  if (isStarted || !('locks' in navigator)) return;
  isStarted = true;
  onSyncAsked(({ ask }) => void (ask === 'look' && wake(0)));
  askSync({ ask: 'state' });
  watchPerson();
  // Held for as long as the window lives; when it closes, the next one goes on.
  void navigator.locks.request(LOCK, () => new Promise<never>(() => lead()));
}

/** Somebody has signed in or out in this window: whoever talks to the hub looks at once. */
function watchPerson(): void {
  let person = '';
  effect(() => {
    const { value } = account;
    const now = value.state === 'somebody' ? value.person.id : '';
    if (now !== person) askSync({ ask: 'look' });
    person = now;
  });
}

const traffic = createTraffic({
  async send(club, file, onProgress, signal) {
    const blob = await openFile(file.id);
    if (blob === null) throw new HubProblem('file-gone');
    const sha256 = (await notedHash(file.id)) ?? (await hashBlob(blob, signal));
    await noteHash(file.id, sha256);
    await sendFile({ id: file.id, club, type: file.type, sha256, blob }, { onProgress, signal });
  },
  async fetch(owner, { file, sha256 }, onProgress, signal) {
    const { id, name, type, bytes } = file;
    const facts = { issue: owner, name, type };
    await fetchFile({ id, path: `${filesPath(owner)}/${id}`, facts, bytes, sha256 }, onProgress, signal);
  },
  onChange: (files) => tellSync({ files }),
});

let timer: ReturnType<typeof setTimeout> | null = null;
let running: Promise<void> | null = null;
let isLeading = false;
let isAskedAgain = false;

function wake(ms: number): void {
  if (!isLeading) return;
  if (running !== null) return void (isAskedAgain = true);
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => {
    timer = null;
    running = round().finally(() => {
      running = null;
      const next = isAskedAgain
        ? AFTER_SAVE_MS
        : syncState.peek().connection === 'no-hub'
          ? NO_HUB_MS
          : EVERY_MS;
      isAskedAgain = false;
      wake(next);
    });
  }, ms);
}

function lead(): void {
  isLeading = true;
  if (isUploadPaused()) traffic.pause();
  tellSync({ isPaused: isUploadPaused() });
  watchSaves((issue) => {
    const before = syncState.peek().months[issue];
    if (before?.state === 'shared') tellMonth(issue, { ...before, state: 'busy' });
    wake(AFTER_SAVE_MS);
  });
  onSyncAsked((asked) => {
    if (asked.ask === 'pause' || asked.ask === 'resume') {
      setUploadPaused(asked.ask === 'pause');
      traffic[asked.ask]();
      tellSync({ isPaused: asked.ask === 'pause' });
    }
    if (asked.ask === 'recording') void waitForRecording();
    if (asked.ask === 'fetch') traffic.want(asked.file);
    if (asked.ask === 'state') tellSync({});
  });
  // Begun before this window was the one that sends.
  void waitForRecording();
  addEventListener('online', () => wake(0));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake(AFTER_SAVE_MS);
  });
  wake(0);
}

/** A camera writes as fast as it can, and must not wait for the network's files. They go on by themselves afterwards. */
async function waitForRecording(): Promise<void> {
  await aroundRecording(
    () => {
      traffic.hold();
      tellSync({ isRecording: true });
    },
    () => {
      tellSync({ isRecording: false });
      traffic.letGo();
      wake(AFTER_SAVE_MS);
    },
  );
}

async function round(): Promise<void> {
  // Asked without a network, a browser fills its console.
  if (!navigator.onLine) return tellConnection('offline');
  try {
    const { state } = await refreshAccount();
    if (state !== 'somebody')
      return tellConnection(state === 'nobody' || state === 'no-hub' ? state : 'offline');
    const entries = await hubDrafts.list();
    tellConnection('on');
    await allMonths(entries);
    await allWords();
    traffic.go();
  } catch (error) {
    if (!(error instanceof HubProblem)) console.error(error);
    const { state } = account.peek();
    tellConnection(
      error instanceof HubProblem && error.code === 'offline'
        ? 'offline'
        : state === 'nobody'
          ? 'nobody'
          : 'on',
    );
  }
}

function tellConnection(connection: 'no-hub' | 'nobody' | 'offline' | 'on'): void {
  const before = syncState.peek();
  const offlineSinceMs = connection === 'offline' ? (before.offlineSinceMs ?? Date.now()) : null;
  tellSync({ connection, offlineSinceMs });
}

function tellMonth(id: string, month: MonthSync): void {
  tellSync({ months: { ...syncState.peek().months, [id]: month } });
}

const clubsOfPerson = (): readonly string[] => {
  const { value } = account;
  return value.state === 'somebody' ? value.person.clubs : [];
};

async function allMonths(entries: readonly HubEntry[]): Promise<void> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const id of new Set([...byId.keys(), ...(await localDrafts.ids())])) {
    try {
      await oneMonth(id, byId.get(id) ?? null);
    } catch (error) {
      if (error instanceof HubProblem && ['offline', 'not-signed-in'].includes(error.code)) throw error;
      // A month a newer app wrote, or one the hub refuses, must not keep the others from being saved.
      if (!(error instanceof HubProblem)) console.error(error);
      const code = error instanceof HubProblem ? error.code : 'failed';
      tellMonth(id, { state: 'refused', atMs: null, clashes: 0, isWaiting: false, by: null, code });
    }
  }
}

async function oneMonth(id: string, entry: HubEntry | null): Promise<void> {
  const club = id.slice(8);
  if (!clubsOfPerson().includes(club)) throw new HubProblem('not-your-club', 403);
  const parts = { local: localDrafts, hub: hubDrafts, records };
  const { month, isShared, clashes, isWaiting } = await withRecord(id, () => syncMonth(id, entry, parts));
  if (month === null) return;
  if (!month.isRemoved) await filesOf(id, club, attachmentsIn([month.issue, month.pieces]));
  const by = entry?.by ?? null;
  const state = isShared ? 'shared' : 'busy';
  tellMonth(id, { state, atMs: Date.now(), clashes, isWaiting, by, code: null });
}

async function allWords(): Promise<void> {
  for (const club of clubsOfPerson()) {
    const terms = await syncWords(club, { local: localWords, hub: hubDrafts, records });
    await filesOf(`words ${club}`, club, attachmentsIn(terms));
  }
}

/** Which of these the hub does not have yet, and which this machine does not. */
async function filesOf(owner: string, club: string, named: readonly Attachment[]): Promise<void> {
  const open: Attachment[] = [];
  const missing: MissingOnes[] = [];
  const away = await Promise.all(named.map(async (file) => !(await hasFile(file.id))));
  const isAllKnown = named.every(({ id }, index) => traffic.isKnown(id) && away[index] === false);
  if (named.length > 0 && !isAllKnown) {
    const there = await hubDrafts.files(owner);
    named.forEach((file, index) => {
      const kept = there[file.id];
      if (away[index] === true) {
        if (kept) missing.push({ file, sha256: kept.sha256 });
      } else if (!kept) open.push(file);
    });
  }
  traffic.set(owner, { club, toSend: open, missing });
}
