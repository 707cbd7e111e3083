/**
 * What this tablet has and is fetching, for pages. Everything durable is done by one worker, whichever tab it belongs
 * to; every tab sees the same.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { IssueSummary } from '../core/shelf/issue.ts';
import type { SentenceId, TermId } from '../core/reading/model.ts';

/** Why an install does not go on. Each has a sentence in the interface. */
export type InstallFault =
  | 'full' // no room on the tablet
  | 'not-found' // the shelf does not have a file it promised
  | 'not-verified' // what arrives is not what the shelf signed, again and again
  | 'unreadable' // verified, but made for a newer app
  | 'refused' // the shelf, or the tablet's storage, says no
  | 'interrupted'; // storage failed in the middle; trying again may help

/** What an install waits for before it goes on by itself. */
export type WaitReason =
  | 'network' // no answer; asked again by itself
  | 'captive-portal' // a network that wants someone to sign in
  | 'metered' // costs money: a person says yes with `resume`
  | 'busy'; // another window is writing

export type IssueState =
  | { readonly state: 'not-here'; readonly sizeBytes: number }
  | {
      readonly state: 'queued' | 'running' | 'paused' | 'waiting';
      /** Verified bytes on this tablet, of `sizeBytes`. */
      readonly doneBytes: number;
      readonly sizeBytes: number;
      readonly reason?: WaitReason;
      /** Paused because the pack or folder it came from was cut off: it is put in again, or asked for over the network. */
      readonly isCutOff?: true;
    }
  | {
      /** Every byte was verified. 已经存好, unless `waitsForShell`. */
      readonly state: 'stored';
      readonly installedMs: number;
      readonly verifiedMs: number;
      readonly sizeBytes: number;
      /** The shelf has a newer revision; this one stays readable until that one is whole. */
      readonly revisionWaiting: boolean;
      /** Whole, but the app itself is not here yet: without a network nobody could open it. */
      readonly waitsForShell?: true;
    }
  /** It was whole and lost `missing` files; readable as far as it goes, and being mended. */
  | { readonly state: 'damaged'; readonly missing: number; readonly sizeBytes: number }
  | {
      readonly state: 'failed';
      readonly fault: InstallFault;
      readonly doneBytes: number;
      readonly sizeBytes: number;
    };

/** What is moving now. */
export interface Transfer {
  readonly issue: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Smoothed; 0 while nothing arrives. */
  readonly bytesPerSecond: number;
  /** Null before it can be told. */
  readonly remainingSeconds: number | null;
  readonly waitingFor: WaitReason | null;
  readonly source: 'http' | 'pack' | 'folder';
}

/** One sentence the person should know. */
export type LibraryNotice =
  /** Months that were here are gone; `isMending`: they are being fetched again. */
  | { readonly kind: 'storage-lost'; readonly issues: readonly string[]; readonly isMending: boolean }
  | { readonly kind: 'damaged'; readonly issues: readonly string[] }
  /** The shelf signs with a key nobody vouches for. SHA-256 fingerprints of both, in groups of four. */
  | { readonly kind: 'key-changed'; readonly pinned: string; readonly offered: string }
  /** The catalogue is past its date: the shelf has gone quiet, or this tablet's clock is wrong. Takes nothing away. */
  | { readonly kind: 'expired'; readonly since: string }
  /** No room for `issue`; `suggest` are the months to remove, oldest first, never this month's. */
  | { readonly kind: 'full'; readonly issue: string; readonly suggest: readonly string[] };

export interface Room {
  readonly usedBytes: number;
  /** The browser's guess, not a promise; null where it gives none. */
  readonly quotaBytes: number | null;
  /** Whether the browser promised not to clear it; null where it cannot say. */
  readonly persisted: boolean | null;
  readonly store: 'opfs' | 'indexeddb' | null;
}

export interface Amount {
  readonly doneBytes: number;
  readonly totalBytes: number;
}
export type OnProgress = (amount: Amount) => void;

export interface VerifyReport {
  readonly checkedBytes: number;
  readonly checkedFiles: number;
  /** Issues with at least one damaged file; they are fetched again by themselves. */
  readonly damaged: readonly string[];
}

/** Packs, the volumes of one among them; or a shelf as a folder (`catalogue.jws` and `blobs/`). */
export type ImportedFrom = readonly File[] | FileSystemDirectoryHandle;

export interface ImportReport {
  /** Whole on this tablet now. */
  readonly installed: readonly string[];
  /** In the pack only in part, or not what the catalogue names: as far as they go, their bytes are kept. */
  readonly incomplete: readonly string[];
  /** The pack's catalogue was newer and is now this tablet's. */
  readonly isNewerCatalogue: boolean;
}

/** Why an import was refused. A broken archive's own faults are those of `PackError`. */
export type ImportFault =
  | 'not-a-pack'
  | 'not-verified' // not signed with this shelf's key
  | 'key-changed'
  | 'unreadable' // for a newer app
  | 'nothing-useful' // a pack of another time: nothing in it that the catalogue names
  | 'full'
  | 'aborted'
  | 'interrupted';

export interface ImportBlame {
  readonly packFault?: string | null;
  readonly file?: string | null;
}

export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly fault: ImportFault;
  /** The archive's own fault (`PackFault`), where there is one. */
  readonly packFault: string | null;
  /** Which of several files it is about. */
  readonly file: string | null;
  constructor(fault: ImportFault, detail = '', { packFault = null, file = null }: ImportBlame = {}) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.packFault = packFault;
    this.file = file;
  }
}

export interface SearchHit {
  readonly issue: string;
  readonly month: string;
  readonly club: string;
  readonly kind: 'sentence' | 'term' | 'title';
  /** Null for a term that stands in no piece. */
  readonly piece: string | null;
  readonly pieceTitle: string | null;
  readonly sentence: SentenceId | null;
  readonly term: TermId | null;
  /** A stretch of the text with the match in it, `[start, end)` in UTF-16 units of `text`. */
  readonly text: string;
  readonly match: readonly [start: number, end: number];
}

/** What one installed issue is, for the storage room. */
export interface StoredIssue {
  readonly summary: IssueSummary;
  readonly sizeBytes: number;
  readonly installedMs: number;
  readonly verifiedMs: number;
}

export interface Library {
  /** By issue id: everything the catalogue names or the tablet has. Empty until first read. */
  readonly issues: ReadonlySignal<ReadonlyMap<string, IssueState>>;
  readonly transfer: ReadonlySignal<Transfer | null>;
  readonly notice: ReadonlySignal<LibraryNotice | null>;
  readonly room: ReadonlySignal<Room | null>;
  /** Ids in the order they will be fetched; the one being fetched first. */
  readonly queue: ReadonlySignal<readonly string[]>;
  /** Newest month first. */
  stored(): Promise<readonly StoredIssue[]>;

  /** Asked for by a person: also over a metered connection, also what policy would not fetch. */
  install(issue: string): Promise<void>;
  pause(issue: string): Promise<void>;
  /** Also: try a failed one again; go on over a metered connection. */
  resume(issue: string): Promise<void>;
  /** Takes it off the list and forgets its partial files. Policy will not ask for it again. */
  cancel(issue: string): Promise<void>;
  moveUp(issue: string): Promise<void>;
  moveDown(issue: string): Promise<void>;
  /** Files that another installed month shares stay. Policy will not ask for it again. */
  remove(issue: string): Promise<void>;
  /** Looks at the room again (it is a guess and changes as things are stored). */
  refreshRoom(): Promise<void>;
  dismissNotice(): void;

  verifyAll(onProgress: OnProgress, signal?: AbortSignal): Promise<VerifyReport>;
  /** Call from a click: some browsers ask, and only then. Resolves to the browser's answer. */
  requestPersistence(): Promise<boolean>;
  /** @throws ImportError */
  importFrom(from: ImportedFrom, onProgress: OnProgress, signal?: AbortSignal): Promise<ImportReport>;
  /**
   * Packs of at most 3.5 GiB each; `write` is asked for one stretch after another and waited for. `volume` counts from 1.
   * Only whole, verified months whose catalogue entry is current. Resolves to the number of volumes.
   */
  exportPack(
    issues: readonly string[],
    write: (bytes: Uint8Array<ArrayBuffer>, volume: number) => Promise<void>,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<number>;
  /** A person has compared both fingerprints of the `key-changed` notice and says yes to the `offered` one they saw. */
  consentToKey(offered: string): Promise<void>;
  /** Best first; empty for an empty query. Over installed issues only. */
  search(query: string, limit: number): Promise<readonly SearchHit[]>;
}
