/**
 * What every step of the studio works on: one piece of one month, with undo, autosave and its files behind it. A step takes a desk
 * and knows no storage; `memory-desk.ts` is one without a disk, for tests.
 */
import type { ReadonlySignal } from '@preact/signals';
import type {
  Attachment,
  AttachmentId,
  DraftIssue,
  DraftPiece,
  DraftTerm,
} from '../../../authoring/draft/model.ts';
import type { Club } from '../../../core/shelf/issue.ts';

/** Sentences for people are in the namespace `studio` (`saved.*`). */
export type SavedState =
  /** Everything is on disk: the transaction completed at this time. */
  | { readonly state: 'saved'; readonly atMs: number }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  /** Kept in memory and tried again; what to do is said. */
  | { readonly state: 'failed'; readonly fault: 'full' | 'refused' }
  /** Another window writes this month; here it is shown only, with 接手. */
  | { readonly state: 'read-only' };

export interface Attachments {
  /** Takes in a whole file; resolves when it is on disk. Rejects with `AttachmentError` (`full`, `refused`); nothing is half kept. */
  add(
    file: Blob,
    facts: Omit<Attachment, 'id' | 'bytes'>,
    onProgress?: (bytesDone: number) => void,
  ): Promise<Attachment>;
  /** Opens a file that grows (a recording, a conversion): what was flushed survives the browser being killed. */
  record(facts: Pick<Attachment, 'name' | 'type'>): Promise<AttachmentRecording>;
  /** The bytes, read lazily; null when they are gone. */
  open(id: AttachmentId): Promise<Blob | null>;
  /** Recordings that never got their `finish`: the crash's leftovers of this month, offered for rescue. */
  unfinished(): Promise<
    readonly {
      readonly id: AttachmentId;
      readonly name: string;
      readonly bytes: number;
      readonly startedMs: number;
    }[]
  >;
  /** Seals what there is of an unfinished one, so that it can be opened. */
  rescue(id: AttachmentId): Promise<Attachment>;
  discard(id: AttachmentId): Promise<void>;
  /** Bytes the browser says are left, a hint only; null where it does not say. */
  room(): Promise<number | null>;
}

export interface AttachmentRecording {
  readonly id: AttachmentId;
  /** Appends and flushes; resolves when it is on disk. One call at a time is not needed: calls queue. */
  append(bytes: Blob | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Overwrites bytes already written (an MP4's header, written last). */
  writeAt(position: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  finish(facts: Omit<Attachment, 'id' | 'bytes'>): Promise<Attachment>;
  discard(): Promise<void>;
}

/** The club's term cards and readings, kept over months on this machine. */
export interface ClubWords {
  readonly terms: ReadonlySignal<readonly DraftTerm[]>;
  saveTerm(term: DraftTerm): Promise<void>;
  removeTerm(id: DraftTerm['id']): Promise<void>;
  /** Confirmed readings by word, e.g. 长乐路 → Chánglè Lù, and words that must not be cut: kept for later issues. */
  readonly dictionary: ReadonlySignal<ReadonlyMap<string, string>>;
  keepReading(word: string, pinyin: string): Promise<void>;
  forgetReading(word: string): Promise<void>;
}

export interface Desk {
  readonly club: Club;
  readonly issue: ReadonlySignal<DraftIssue>;
  readonly piece: ReadonlySignal<DraftPiece>;
  /** False in a second window, and in a month that is out: everything is shown, nothing can be changed. */
  readonly canWrite: ReadonlySignal<boolean>;
  readonly saved: ReadonlySignal<SavedState>;
  /**
   * The one way to change the piece: pure, undoable, autosaved. `label` names the change for 撤销 (a key of namespace `studio`,
   * `change.*`); successive changes with the same non-null `merge` within two seconds are one step of undo (typing).
   */
  change(label: ChangeLabel, update: (piece: DraftPiece) => DraftPiece, merge?: string | null): void;
  changeIssue(label: ChangeLabel, update: (issue: DraftIssue) => DraftIssue, merge?: string | null): void;
  /** What the program found out about the month and no person changed: saved, and no step of undo. */
  noteIssue(update: (issue: DraftIssue) => DraftIssue): void;
  readonly undoLabel: ReadonlySignal<ChangeLabel | null>;
  readonly redoLabel: ReadonlySignal<ChangeLabel | null>;
  undo(): void;
  redo(): void;
  readonly attachments: Attachments;
  readonly words: ClubWords;
}

export type ChangeLabel =
  | 'text'
  | 'split'
  | 'merge'
  | 'move'
  | 'add'
  | 'remove'
  | 'import'
  | 'picture'
  | 'plain'
  | 'questions'
  | 'details'
  | 'word'
  | 'pinyin'
  | 'term'
  | 'signing'
  | 'mark'
  | 'captions'
  | 'recitation'
  | 'reason'
  | 'session'
  | 'restore';

export type AttachmentFault = 'full' | 'refused';
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  readonly fault: AttachmentFault;
  constructor(fault: AttachmentFault, detail?: string) {
    super(detail ?? fault);
    this.fault = fault;
  }
}

/** What a step's page gets. The steps are 文字 → 词语和拼音 → 手语 → 字幕 → 检查 → 预览 (design §10). */
export interface StepProps {
  readonly desk: Desk;
}
export type StepName = 'text' | 'words' | 'sign' | 'captions' | 'check' | 'preview';
