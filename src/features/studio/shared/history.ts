/**
 * Undo and redo of one desk. What a step changed is remembered as it was before, so going back is putting that there again; issue
 * and piece are immutable, so a hundred steps cost little.
 */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { DraftIssue, DraftPiece } from '../../../authoring/draft/model.ts';
import type { ChangeLabel } from './desk.ts';

export interface Snapshot {
  readonly issue?: DraftIssue;
  readonly piece?: DraftPiece;
}
interface Step {
  readonly label: ChangeLabel;
  readonly before: Snapshot;
  readonly merge: string | null;
  readonly atMs: number;
}

export interface History {
  readonly undoLabel: ReadonlySignal<ChangeLabel | null>;
  readonly redoLabel: ReadonlySignal<ChangeLabel | null>;
  /** Before the change is made. */
  remember(label: ChangeLabel, before: Snapshot, merge: string | null): void;
  undo(): void;
  redo(): void;
  /** Changed from elsewhere: steps that would put an older one back are forgotten. */
  forget(changed: { readonly issue?: true; readonly piece?: string }): void;
  clear(): void;
}

interface Place {
  /** What is on the desk now, of the parts that `of` names. */
  readonly present: (of: Snapshot) => Snapshot;
  readonly put: (snapshot: Snapshot) => void;
  readonly now?: () => number;
}

const MOST_STEPS = 300;
/** Typing with pauses shorter than this is one step. */
const MERGE_MS = 2000;

export function createHistory({ present, put, now = Date.now }: Place): History {
  const past = signal<readonly Step[]>([]);
  const future = signal<readonly Step[]>([]);

  function go(from: typeof past, to: typeof past): void {
    const step = from.value.at(-1);
    if (!step) return;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, { ...step, before: present(step.before), merge: null }];
    put(step.before);
  }

  return {
    undoLabel: computed(() => past.value.at(-1)?.label ?? null),
    redoLabel: computed(() => future.value.at(-1)?.label ?? null),
    remember(label, before, merge) {
      const last = past.value.at(-1);
      const atMs = now();
      const isSame = merge !== null && last?.merge === merge && atMs - last.atMs < MERGE_MS;
      past.value =
        isSame && future.value.length === 0
          ? // One act may change the piece and the issue: both go back together.
            [...past.value.slice(0, -1), { ...last, before: { ...before, ...last.before }, atMs }]
          : [...past.value, { label, before, merge, atMs }].slice(-MOST_STEPS);
      future.value = [];
    },
    undo: () => go(past, future),
    redo: () => go(future, past),
    forget({ issue, piece }) {
      const isStale = ({ before }: Step): boolean =>
        (issue === true && before.issue !== undefined) || (piece !== undefined && before.piece?.id === piece);
      past.value = past.value.filter((step) => !isStale(step));
      future.value = future.value.filter((step) => !isStale(step));
    },
    clear() {
      past.value = [];
      future.value = [];
    },
  };
}
