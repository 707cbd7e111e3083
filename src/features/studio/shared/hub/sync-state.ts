/** What is known of the hub's copy, as signals for the pages; told by the one window that talks to the hub (sync-engine.ts). */
import { signal, useComputed, type ReadonlySignal } from '@preact/signals';

/** A file of a month that is on the hub and not on this machine. */
export interface MissingFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Bytes that have come; null while nobody fetches it. */
  readonly done: number | null;
  /** Why it did not come. */
  readonly problem: string | null;
}

/** A file the hub does not take. */
export interface RefusedFile {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

export interface FileTraffic {
  /** Of this month's files that the hub does not have: bytes in all, and of them sent. */
  readonly toSend: number;
  readonly sent: number;
  readonly refused: readonly RefusedFile[];
  readonly missing: readonly MissingFile[];
}

export interface MonthSync {
  readonly state: 'busy' | 'shared' | 'refused';
  /** Of `shared`: when it was last so. */
  readonly atMs: number | null;
  /** Parts changed here and elsewhere. */
  readonly clashes: number;
  /** Something newer waits until the open month takes it. */
  readonly isWaiting: boolean;
  /** Who wrote on the hub last. */
  readonly by: string | null;
  /** Of `refused`: the hub's code. */
  readonly code: string | null;
}

export interface SyncState {
  readonly connection: 'unknown' | 'no-hub' | 'nobody' | 'offline' | 'on';
  /** Of `offline`: since when. */
  readonly offlineSinceMs: number | null;
  readonly isPaused: boolean;
  /** Somebody is recording: files wait until it is over. */
  readonly isRecording: boolean;
  readonly months: Readonly<Record<string, MonthSync>>;
  /** By the month's id. */
  readonly files: Readonly<Record<string, FileTraffic>>;
}

const initial: SyncState = {
  connection: 'unknown',
  offlineSinceMs: null,
  isPaused: false,
  isRecording: false,
  months: {},
  files: {},
};

const current = signal<SyncState>(initial);
export const syncState: ReadonlySignal<SyncState> = current;

export const NO_TRAFFIC: FileTraffic = { toSend: 0, sent: 0, refused: [], missing: [] };

/** What other windows ask of the one that talks to the hub. */
export type SyncAsk =
  | { readonly ask: 'look' }
  | { readonly ask: 'pause' | 'resume' }
  | { readonly ask: 'fetch'; readonly file: string }
  /** Somebody has begun to record. */
  | { readonly ask: 'recording' }
  /** A window that has just opened wants to know. */
  | { readonly ask: 'state' };
type Told = { readonly tell: SyncState };

const CHANNEL = 'same-page-hub-sync';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
const asked = new Set<(ask: SyncAsk) => void>();

/** Own messages only: this origin's windows, of this build or one beside it. */
channel?.addEventListener('message', ({ data }: MessageEvent<SyncAsk | Told>) => {
  if ('tell' in data) current.value = data.tell;
  else for (const listener of asked) listener(data);
});

/** By the window that talks to the hub: here and in all others. */
export function tellSync(change: Partial<SyncState>): void {
  current.value = { ...current.peek(), ...change };
  say({ tell: current.peek() });
}

export function askSync(ask: SyncAsk): void {
  for (const listener of asked) listener(ask);
  say(ask);
}

function say(message: SyncAsk | Told): void {
  // A channel reaches this origin only.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel?.postMessage(message);
}

export function onSyncAsked(listener: (ask: SyncAsk) => void): () => void {
  asked.add(listener);
  return () => void asked.delete(listener);
}

/** Whether this file is on the hub and not on this machine; a component that asks is drawn anew when it has come. */
export function useIsAway(id: string | undefined): boolean {
  return useComputed(() =>
    Object.values(current.value.files).some(({ missing }) => missing.some((file) => file.id === id)),
  ).value;
}
