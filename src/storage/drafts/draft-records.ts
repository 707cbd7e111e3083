/**
 * What the studio keeps on the facilitator's machine. The documents are JSON text: storage does not know their shape (authoring
 * does), and a text is written much faster than a tree of ten thousand words.
 */

/** A month being made: an issue without its pieces. */
export interface DraftRecord {
  readonly issue: string;
  readonly document: string;
  /** From 1; one more with each save. */
  readonly revision: number;
  /** Who wrote this revision: a save that is tried again after a dropped connection knows its own. */
  readonly writer: string;
  readonly updatedMs: number;
  /** Taken off the queue, and still to be had back. */
  readonly removedMs?: number;
}

export interface DraftPieceRecord {
  readonly issue: string;
  readonly piece: string;
  readonly document: string;
  readonly revision: number;
  readonly writer: string;
  readonly updatedMs: number;
}

export type VersionReason =
  /** As it was when someone began to work on it. */
  | 'opened'
  /** Every ten minutes of work. */
  | 'edited'
  /** Before an earlier version, or a file, took its place. */
  | 'replaced'
  /** What another window had not saved when this one took over. */
  | 'left-over';

/** A piece as it once was. */
export interface DraftVersionRecord {
  readonly issue: string;
  readonly piece: string;
  readonly keptMs: number;
  readonly reason: VersionReason;
  readonly document: string;
}

/** A file of a month. Written before its first byte, so that nothing on disk is unknown. */
export interface DraftFileRecord {
  /** 64 hexadecimal digits, the file's name in the store. */
  readonly id: string;
  readonly issue: string;
  readonly name: string;
  readonly type: string;
  readonly startedMs: number;
  /** `copy` and `recording` are being written or were cut off; half a copy is worth nothing, half a recording much. */
  readonly state: 'copy' | 'recording' | 'kept';
  /** Once somebody has hashed it: of the whole, kept file. */
  readonly sha256?: string;
}

/** A term card of the club, reused over months. */
export interface ClubTermRecord {
  readonly club: string;
  readonly id: string;
  readonly document: string;
  readonly updatedMs: number;
}

/** A reading someone confirmed for good. */
export interface ClubReadingRecord {
  readonly club: string;
  readonly word: string;
  readonly pinyin: string;
  readonly updatedMs: number;
}

/** What this machine and the hub last agreed on, of a month or of a club's words. Lost, everything is compared anew and nothing is. */
export interface DraftSyncRecord {
  /** A month's id, or `words <club>`. */
  readonly name: string;
  /** The hub's tag of what it has. */
  readonly etag: string;
  /** A document: the parts both have. */
  readonly base: string;
  /** What the hub has, as a document, where that is not the base. */
  readonly hub: string | null;
  readonly atMs: number;
}
