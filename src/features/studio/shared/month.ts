/**
 * One month open in this window: its issue and its pieces as signals, saved as they change, written by this window alone. Every
 * desk of the month works on the same signals.
 */
import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import type { VersionReason } from '../../../storage/drafts/draft-records.ts';
import { createAutosave } from './autosave.ts';
import type { SavedState } from './desk.ts';
import type { DraftShelf, Kept, KeptMonth } from './draft-shelf.ts';
import { documentOf } from './piece-document.ts';
import { openMonthLock, type MonthLock, type Takeover } from './month-lock.ts';
import { watchLeaving } from './page-leaving.ts';

export interface Month {
  readonly id: string;
  readonly issue: ReadonlySignal<DraftIssue>;
  /** Those on the month's list, in order. */
  readonly pieces: ReadonlySignal<readonly DraftPiece[]>;
  /** Also of a piece that was taken off the list. */
  piece(id: string): ReadonlySignal<DraftPiece> | null;
  /** This window has the month. A month that is out is not the desk's to change all the same: see `isOut`. */
  readonly isWriter: ReadonlySignal<boolean>;
  readonly isOut: ReadonlySignal<boolean>;
  readonly canWrite: ReadonlySignal<boolean>;
  readonly saved: ReadonlySignal<SavedState>;
  /** Whoever asks has looked at `canWrite`; without it nothing happens. */
  setIssue(update: (issue: DraftIssue) => DraftIssue): void;
  setPiece(id: string, update: (piece: DraftPiece) => DraftPiece): void;
  /** A new piece, or one that replaces another of its id. Putting it on the list is `setIssue`. */
  putPiece(piece: DraftPiece): void;
  /** What was written elsewhere takes its place; what was remembered for undo is of no use then. */
  replace(issue: DraftIssue, pieces: readonly DraftPiece[]): void;
  /** What a person decided about the release: the one thing that may change in a month that is out. */
  setRelease(release: DraftIssue['release']): void;
  /** Ids of all it has or had: one that was taken off may be put back. */
  knownPieces(): ReadonlySet<string>;
  /** Off the queue, from where it can be had back. */
  remove(): Promise<void>;
  keepVersion(piece: string, reason: VersionReason): Promise<void>;
  takeOver(options?: { readonly byForce: boolean }): Promise<Takeover>;
  /** When what is shown came from another window or from disk: what was remembered for undo is of no use then. */
  onReplaced(listen: () => void): () => void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export type OpenLock = typeof openMonthLock;

interface Parts {
  readonly shelf: DraftShelf;
  readonly openLock?: OpenLock;
}

/** Null where there is no such month. */
export async function openMonth(
  id: string,
  { shelf, openLock = openMonthLock }: Parts,
): Promise<Month | null> {
  const first = await shelf.read(id);
  if (first === null) return null;
  const isWriter = signal(false);
  const issue = signal(first.issue.value);
  const table = signal<ReadonlyMap<string, Signal<DraftPiece>>>(new Map());
  const onDisk = new Map<string, Kept<DraftPiece>>();
  let issueOnDisk: Kept<DraftIssue> = first.issue;
  let savedMs = first.updatedMs;
  const listeners = new Set<() => void>();
  show(first);

  const autosave = createAutosave({
    save: () => save(),
    onConflict: () => void giveWay(),
    savedMs,
  });
  const lock: MonthLock = openLock(id, {
    saveAll: async () => {
      await autosave.flush();
      return autosave.progress.value.state === 'saved';
    },
    onLost: () => void giveWay(),
    onSavedElsewhere: () => void reload(),
  });

  function show(month: KeptMonth): void {
    issue.value = month.issue.value;
    issueOnDisk = month.issue;
    savedMs = month.updatedMs;
    onDisk.clear();
    const pieces = new Map(table.peek());
    for (const [key, kept] of month.pieces) {
      onDisk.set(key, kept);
      const known = pieces.get(key);
      if (known) known.value = kept.value;
      else pieces.set(key, signal(kept.value));
    }
    table.value = pieces;
  }

  const changedPieces = (): readonly DraftPiece[] =>
    [...table.peek()].flatMap(([key, { value }]) => (onDisk.get(key)?.value === value ? [] : [value]));

  const isAllSaved = (): boolean => issue.peek() === issueOnDisk.value && changedPieces().length === 0;

  async function save(inHaste = false): Promise<number> {
    const before = issueOnDisk;
    const nextIssue = issue.peek();
    const isIssueChanged = nextIssue !== before.value;
    const pieces = changedPieces().map((value) => ({ value, revision: onDisk.get(value.id)?.revision ?? 0 }));
    if (!isIssueChanged && pieces.length === 0) return savedMs;
    const atMs = await shelf.save(
      {
        issue: id,
        writer: crypto.randomUUID(),
        pieces: new Map(
          pieces.map(({ value, revision }) => [value.id, { document: documentOf(value), revision }]),
        ),
        ...(isIssueChanged && {
          draft: { document: JSON.stringify(nextIssue), revision: before.revision },
        }),
      },
      { inHaste },
    );
    if (isIssueChanged) issueOnDisk = { value: nextIssue, revision: before.revision + 1 };
    for (const { value, revision } of pieces) onDisk.set(value.id, { value, revision: revision + 1 });
    savedMs = atMs;
    lock.saySaved();
    return atMs;
  }

  /** What is on disk takes the place of what is shown, in a window that does not write. */
  async function reload(): Promise<void> {
    const month = await shelf.read(id);
    if (month === null || isWriter.peek()) return;
    show(month);
    autosave.settle(savedMs);
    for (const tell of listeners) tell();
  }

  /** Another window has the month now. What it could not know is kept beside its version, or stays in sight here. */
  async function giveWay(): Promise<void> {
    isWriter.value = false;
    try {
      for (const piece of changedPieces()) await shelf.keepVersion(piece, id, 'left-over');
    } catch (error) {
      console.error(error);
      return;
    }
    await reload();
  }

  isWriter.value = await lock.tryToHold();
  if (isWriter.peek()) {
    // The window that had it may have saved between the reading and the lock.
    const now = await shelf.read(id);
    if (now !== null) show(now);
    autosave.settle(savedMs);
  }

  const isOut = computed(() => ['exported', 'withdrawn'].includes(issue.value.release.state));
  const canWrite = computed(() => isWriter.value && !isOut.value);

  const stopWatching = watchLeaving({
    save() {
      if (isAllSaved() || !lock.isHeld()) return;
      // The page may be gone before an answer comes: written without asking, which only the holder of the lock may.
      void save(true).then(
        (atMs) => (isAllSaved() ? autosave.settle(atMs) : autosave.touch()),
        () => autosave.touch(),
      );
    },
    wouldLose: () => autosave.progress.peek().state === 'failed' && isWriter.peek(),
  });

  function put(piece: DraftPiece): void {
    const known = table.peek().get(piece.id);
    if (known) known.value = piece;
    else table.value = new Map([...table.peek(), [piece.id, signal(piece)]]);
  }

  function change(work: () => void): void {
    if (!isWriter.peek()) return;
    work();
    autosave.touch();
  }

  return {
    id,
    issue,
    pieces: computed(() => issue.value.pieces.flatMap((key) => table.value.get(key)?.value ?? [])),
    piece: (key) => table.peek().get(key) ?? null,
    isWriter,
    isOut,
    canWrite,
    saved: computed(() => (isWriter.value ? autosave.progress.value : { state: 'read-only' })),
    setIssue: (update) => change(() => void (issue.value = update(issue.peek()))),
    setPiece(key, update) {
      const piece = table.peek().get(key);
      if (piece) change(() => void (piece.value = update(piece.peek())));
    },
    putPiece: (piece) => change(() => put(piece)),
    replace: (next, changed) =>
      change(() => {
        for (const piece of changed) put(piece);
        issue.value = next;
        for (const tell of listeners) tell();
      }),
    setRelease: (release) => change(() => void (issue.value = { ...issue.peek(), release })),
    knownPieces: () => new Set(table.peek().keys()),
    async remove() {
      await autosave.flush();
      await shelf.remove(id);
    },
    async keepVersion(key, reason) {
      const piece = onDisk.get(key)?.value ?? table.peek().get(key)?.peek();
      if (piece && isWriter.peek()) await shelf.keepVersion(piece, id, reason);
    },
    async takeOver(options = { byForce: false }) {
      const answer = await lock.takeOver(options);
      if (answer !== 'taken') return answer;
      await reload();
      isWriter.value = true;
      return answer;
    },
    onReplaced(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    flush: () => autosave.flush(),
    async close() {
      stopWatching();
      await autosave.flush();
      autosave.stop();
      await lock.release();
    },
  };
}
