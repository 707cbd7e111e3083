/** A desk without a disk: for tests of a step, and for nothing else. */
import { computed, signal } from '@preact/signals';
import * as v from 'valibot';
import { withExaminedOf } from '../../../authoring/draft/examination.ts';
import {
  AttachmentIdSchema,
  type Attachment,
  type DraftIssue,
  type DraftPiece,
  type DraftTerm,
} from '../../../authoring/draft/model.ts';
import type { Club } from '../../../core/shelf/issue.ts';
import type { AttachmentRecording, Attachments, ChangeLabel, Desk, SavedState } from './desk.ts';

interface Start {
  readonly club: Club;
  readonly issue: DraftIssue;
  readonly piece: DraftPiece;
}
interface Step {
  readonly label: ChangeLabel;
  readonly merge: string | null;
  readonly issue: DraftIssue;
  readonly piece: DraftPiece;
}

export function createMemoryDesk(start: Start): Desk {
  const issue = signal(start.issue);
  const piece = signal(start.piece);
  const past = signal<readonly Step[]>([]);
  const future = signal<readonly Step[]>([]);
  const remember = (label: ChangeLabel, merge: string | null) => {
    const isSame = merge !== null && past.value.at(-1)?.merge === merge && future.value.length === 0;
    if (!isSame) past.value = [...past.value, { label, merge, issue: issue.value, piece: piece.value }];
    future.value = [];
  };
  const go = (from: typeof past, to: typeof past) => {
    const step = from.value.at(-1);
    if (!step) return;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, { label: step.label, merge: null, issue: issue.value, piece: piece.value }];
    issue.value = withExaminedOf(step.issue, issue.value);
    piece.value = step.piece;
  };
  const terms = signal<readonly DraftTerm[]>([]);
  const dictionary = signal<ReadonlyMap<string, string>>(new Map());
  return {
    club: start.club,
    issue,
    piece,
    canWrite: signal(true),
    saved: signal<SavedState>({ state: 'saved', atMs: 0 }),
    change(label, update, merge = null) {
      const next = update(piece.value);
      if (next === piece.value) return;
      remember(label, merge);
      piece.value = next;
    },
    changeIssue(label, update, merge = null) {
      const next = update(issue.value);
      if (next === issue.value) return;
      remember(label, merge);
      issue.value = next;
    },
    noteIssue: (update) => void (issue.value = update(issue.value)),
    undoLabel: computed(() => past.value.at(-1)?.label ?? null),
    redoLabel: computed(() => future.value.at(-1)?.label ?? null),
    undo: () => go(past, future),
    redo: () => go(future, past),
    attachments: memoryAttachments(),
    words: {
      terms,
      saveTerm: async (term) =>
        void (terms.value = [...terms.value.filter(({ id }) => id !== term.id), term]),
      removeTerm: async (id) => void (terms.value = terms.value.filter((term) => term.id !== id)),
      dictionary,
      keepReading: async (word, pinyin) =>
        void (dictionary.value = new Map([...dictionary.value, [word, pinyin]])),
      forgetReading: async (word) =>
        void (dictionary.value = new Map([...dictionary.value].filter(([kept]) => kept !== word))),
    },
  };
}

function memoryAttachments(): Attachments {
  const files = new Map<string, Blob>();
  const newId = () =>
    v.parse(
      AttachmentIdSchema,
      Array.from({ length: 2 }, () => crypto.randomUUID().replaceAll('-', '')).join(''),
    );
  const keep = (id: Attachment['id'], file: Blob, facts: Omit<Attachment, 'id' | 'bytes'>): Attachment => {
    files.set(id, file);
    return { ...facts, id, bytes: file.size };
  };
  return {
    add: async (file, facts, onProgress) => {
      onProgress?.(file.size);
      return keep(newId(), file, facts);
    },
    record: async () => memoryRecording(newId(), keep),
    open: async (id) => files.get(id) ?? null,
    unfinished: async () => [],
    rescue: async (id) => {
      throw new Error(`Nothing to rescue: ${id}`);
    },
    discard: async (id) => void files.delete(id),
    room: async () => null,
  };
}

function memoryRecording(
  id: Attachment['id'],
  keep: (id: Attachment['id'], file: Blob, facts: Omit<Attachment, 'id' | 'bytes'>) => Attachment,
): AttachmentRecording {
  let bytes = new Uint8Array(0);
  return {
    id,
    async append(more) {
      const added = new Uint8Array(more instanceof Blob ? await more.arrayBuffer() : more);
      const joined = new Uint8Array(bytes.length + added.length);
      joined.set(bytes);
      joined.set(added, bytes.length);
      bytes = joined;
    },
    writeAt: async (position, part) => bytes.set(part, position),
    finish: async (facts) => keep(id, new Blob([bytes], { type: facts.type }), facts),
    discard: async () => undefined,
  };
}
