/** A library for component tests: signals to set, and a list of what was asked of it. */
import { signal, type Signal } from '@preact/signals';
import type {
  IssueState,
  Library,
  LibraryNotice,
  Room,
  StoredIssue,
  Transfer,
} from '../../library/library.ts';

export interface FakeLibrary extends Library {
  readonly issues: Signal<ReadonlyMap<string, IssueState>>;
  readonly transfer: Signal<Transfer | null>;
  readonly notice: Signal<LibraryNotice | null>;
  readonly room: Signal<Room | null>;
  readonly queue: Signal<readonly string[]>;
  /** `install 2026-10-silent-world`, in order. */
  readonly asked: string[];
}

/** `answers` stand in for whatever a test needs to go otherwise. */
export function createFakeLibrary(
  issues: Readonly<Record<string, IssueState>>,
  answers: Partial<Library> = {},
): FakeLibrary {
  const asked: string[] = [];
  const note = (what: string) => (issue: string) => {
    asked.push(`${what} ${issue}`);
    return Promise.resolve();
  };
  const notice = signal<LibraryNotice | null>(null);
  return {
    issues: signal(new Map(Object.entries(issues))),
    transfer: signal(null),
    notice,
    room: signal({ usedBytes: 400e6, quotaBytes: 12e9, persisted: false, store: 'opfs' }),
    queue: signal(
      Object.entries(issues).flatMap(([id, { state }]) =>
        ['queued', 'running', 'waiting'].includes(state) ? [id] : [],
      ),
    ),
    asked,
    stored: () => Promise.resolve<readonly StoredIssue[]>([]),
    install: note('install'),
    pause: note('pause'),
    resume: note('resume'),
    cancel: note('cancel'),
    moveUp: note('moveUp'),
    moveDown: note('moveDown'),
    remove: note('remove'),
    refreshRoom: () => Promise.resolve(),
    dismissNotice: () => void (notice.value = null),
    verifyAll: () => Promise.resolve({ checkedBytes: 400e6, checkedFiles: 32, damaged: [] }),
    requestPersistence: () => Promise.resolve(false),
    importFrom: () => Promise.resolve({ installed: [], incomplete: [], isNewerCatalogue: false }),
    exportPack: () => Promise.resolve(1),
    consentToKey: () => Promise.resolve(),
    search: () => Promise.resolve([]),
    ...answers,
  };
}
