/** Saves where the reader is, not more often than twice a second, and at once when asked to. */
import type { PiecePosition } from '../../pieces/piece-props.ts';

const intervalMs = 500;

export interface ProgressSaver {
  note(position: PiecePosition): void;
  /** Saves now what is not saved yet. */
  flush(): void;
  /** The window is being left, perhaps for good: puts down what is not saved yet, which is saved in its time if it stays. */
  leave(): void;
}

/** @param putDown Done when it returns, and begins nothing. */
export function createProgressSaver(
  save: (position: PiecePosition) => void,
  putDown: (position: PiecePosition) => void,
): ProgressSaver {
  let pending: PiecePosition | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending) save(pending);
    pending = null;
  }

  return {
    note(position) {
      pending = position;
      timer ??= setTimeout(flush, intervalMs);
    },
    flush,
    leave() {
      if (pending) putDown(pending);
    },
  };
}
