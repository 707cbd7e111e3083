/**
 * When to save, and what may be said about it. `saved` is said of a change only after the transaction that holds it has completed; what
 * could not be saved stays in memory and is tried again for as long as the page lives.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import { DraftStoreError } from '../../../storage/drafts/draft-store-error.ts';
import type { SavedState } from './desk.ts';

export type Progress = Exclude<SavedState, { readonly state: 'read-only' }>;

interface Saving {
  /** Saves everything that has changed; resolves to the time of the transaction. */
  readonly save: () => Promise<number>;
  /** Somebody else wrote: there is no use in trying again. */
  readonly onConflict: () => void;
  readonly savedMs: number;
}

export interface Autosave {
  readonly progress: ReadonlySignal<Progress>;
  /** Something changed. */
  touch(): void;
  /** Saves at once what is not saved; resolves when that has been tried, whatever came of it. */
  flush(): Promise<void>;
  /** What is on disk is what is here, from elsewhere. */
  settle(savedMs: number): void;
  stop(): void;
}

/** From the first change that is not saved, however long someone goes on typing. */
export const SAVE_AFTER_MS = 600;
export const RETRY_AFTER_MS = 5000;

/** Not just when a key comes down; but soon, however much is typed. */
const IDLE_WITHIN_MS = 300;

function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: IDLE_WITHIN_MS });
  else work();
}

export function createAutosave({ save, onConflict, savedMs }: Saving): Autosave {
  const progress = signal<Progress>({ state: 'saved', atMs: savedMs });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let isDirty = false;
  let isStopped = false;

  function schedule(ms: number): void {
    if (isStopped) return;
    timer ??= setTimeout(() => {
      timer = null;
      whenIdle(() => {
        // It may have been flushed meanwhile.
        if (isDirty && !isStopped) void run();
      });
    }, ms);
  }
  function unschedule(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  async function attempt(): Promise<void> {
    isDirty = false;
    // A failure stays in sight until something has really been saved.
    if (progress.value.state !== 'failed') progress.value = { state: 'saving' };
    try {
      const atMs = await save();
      progress.value = isDirty ? { state: 'unsaved' } : { state: 'saved', atMs };
      if (isDirty) schedule(SAVE_AFTER_MS);
    } catch (error) {
      isDirty = true;
      if (error instanceof DraftStoreError && error.fault === 'conflict') return onConflict();
      const isFull = error instanceof DraftStoreError && error.fault === 'full';
      progress.value = { state: 'failed', fault: isFull ? 'full' : 'refused' };
      schedule(RETRY_AFTER_MS);
      // A mistake of ours must not look like a full disk and be forgotten.
      if (!(error instanceof DraftStoreError)) console.error(error);
    }
  }

  function run(): Promise<void> {
    unschedule();
    running ??= attempt().finally(() => (running = null));
    return running;
  }

  return {
    progress,
    touch() {
      isDirty = true;
      if (progress.value.state === 'saved') progress.value = { state: 'unsaved' };
      if (running === null) schedule(SAVE_AFTER_MS);
    },
    async flush() {
      if (running !== null) await running;
      if (isDirty) await run();
    },
    settle(atMs) {
      unschedule();
      isDirty = false;
      progress.value = { state: 'saved', atMs };
    },
    stop() {
      isStopped = true;
      unschedule();
    },
  };
}
