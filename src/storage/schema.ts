/** What IndexedDB holds, as types and as the list of steps that made it. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { BlobRef, SentenceId, TermId } from '../core/reading/model.ts';
import type { IssueSummary } from '../core/shelf/issue.ts';
import type {
  ClubReadingRecord,
  ClubTermRecord,
  DraftFileRecord,
  DraftPieceRecord,
  DraftRecord,
  DraftVersionRecord,
} from './drafts/draft-records.ts';

export interface ProgressRecord {
  readonly issue: string;
  readonly piece: string;
  readonly sentence: SentenceId;
  /** From 0, of `total` sentences. */
  readonly index: number;
  readonly total: number;
  /** On the clock of the track that played; 0 where nothing played. */
  readonly timeSeconds: number;
  readonly finished: boolean;
  /** Milliseconds since 1970. */
  readonly updatedMs: number;
}

export type WordMark = 'known' | 'again';

export interface WordRecord {
  readonly issue: string;
  readonly term: TermId;
  readonly mark: WordMark;
  readonly updatedMs: number;
}

/** A sentence kept as 看不懂, for the facilitator to see on this tablet. */
export interface NoteRecord {
  readonly issue: string;
  readonly piece: string;
  readonly sentence: SentenceId;
  readonly createdMs: number;
}

/** A verified text file of a shelf (manifest, reading, guided document, captions), kept so that it opens offline. */
export interface TextRecord {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly usedMs: number;
}

/** What is known of one shelf. Written only after the whole catalogue was verified with `key`. */
export interface ShelfRecord {
  readonly url: string;
  /** The public key (JWK as JSON) pinned when this shelf was first seen. */
  readonly key: string;
  readonly sequence: number;
  readonly catalogue: string;
  /**
   * Another key has signed a catalogue and no chain leads to it: a question for a person. Until they say yes it is
   * nothing but a question. Gone as soon as the shelf comes with the pinned key again.
   */
  readonly offer?: { readonly key: string; readonly catalogue: string };
}

/** How far one file is. Written after the bytes are on disk, so it never says more than is true. */
export interface BlobRecord {
  readonly sha256: string;
  readonly size: number;
  readonly type: string;
  /** Chunks of 4 MiB from the start that were verified and flushed. */
  readonly verifiedChunks: number;
  /** Whole, verified and readable since then; null while it is not. */
  readonly sealedMs: number | null;
  /** When every byte was last compared with its hash. */
  readonly verifiedMs: number | null;
}

/** A text of an issue that is here or being fetched. Unlike `texts` it never gives way to anything. */
export interface HeldRecord {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An issue on its way. */
export interface InstallRecord {
  readonly issue: string;
  readonly manifest: BlobRef;
  readonly summary: IssueSummary;
  readonly state: 'queued' | 'paused' | 'failed';
  /** Why it failed (`InstallFault`). */
  readonly fault?: string;
  /** Lower first. */
  readonly order: number;
  readonly addedMs: number;
  readonly by: 'policy' | 'person';
  /** A person said yes to a connection that costs money. */
  readonly mayCost: boolean;
  /** Begun from a pack or folder, and nobody asked the network for it: paused until it is put in again or a person says so. */
  readonly isCarried?: true;
  /** The import that has it in hand, or had; whether that one still lives, its lock says. */
  readonly carriedBy?: string;
}

/** An issue that is whole on this tablet. */
export interface InstalledRecord {
  readonly issue: string;
  readonly club: string;
  readonly manifest: BlobRef;
  /** As the catalogue had it when this revision was installed. */
  readonly summary: IssueSummary;
  /** SHA-256 of the manifest and of everything it names, each once. */
  readonly blobs: readonly string[];
  readonly sizeBytes: number;
  readonly installedMs: number;
  readonly verifiedMs: number;
  /** Of `blobs`, what was found lost or damaged since. */
  readonly missing: readonly string[];
  /** Files of the revision before, kept while somebody still reads it. */
  readonly previous: readonly string[];
}

/** An issue's text for searching: rebuilt at any time from what is installed. */
export interface SearchRecord {
  readonly issue: string;
  /** SHA-256 of the manifest it was made from. */
  readonly manifest: string;
  readonly version: number;
  readonly entries: readonly SearchEntry[];
}

export interface SearchEntry {
  readonly kind: 'sentence' | 'term' | 'title';
  readonly piece: string | null;
  readonly pieceTitle: string | null;
  readonly sentence: SentenceId | null;
  readonly term: TermId | null;
  readonly text: string;
  /** More ways to find it, normalised: a term's pinyin without tones. */
  readonly also?: string;
}

/** Small facts of the library, by name. */
export interface LibraryMetaRecord {
  readonly name: 'declined';
  /** Issues a person took off this tablet: policy does not bring them back. */
  readonly issues: readonly string[];
}

export interface Schema extends DBSchema {
  progress: { key: [string, string]; value: ProgressRecord };
  words: { key: [string, string]; value: WordRecord };
  notes: { key: [string, string, string]; value: NoteRecord };
  texts: { key: string; value: TextRecord };
  shelf: { key: string; value: ShelfRecord };
  blobs: { key: string; value: BlobRecord };
  held: { key: string; value: HeldRecord };
  installs: { key: string; value: InstallRecord };
  installed: { key: string; value: InstalledRecord };
  search: { key: string; value: SearchRecord };
  libraryMeta: { key: string; value: LibraryMetaRecord };
  drafts: { key: string; value: DraftRecord };
  draftPieces: { key: [string, string]; value: DraftPieceRecord };
  draftVersions: { key: [string, string, number]; value: DraftVersionRecord };
  draftFiles: { key: string; value: DraftFileRecord };
  clubTerms: { key: [string, string]; value: ClubTermRecord };
  clubReadings: { key: [string, string]; value: ClubReadingRecord };
}
export type StoreName = StoreNames<Schema>;

/** The members that make up each record's key, in order. */
export const KEY_PATHS = {
  progress: ['issue', 'piece'],
  words: ['issue', 'term'],
  notes: ['issue', 'piece', 'sentence'],
  texts: 'sha256',
  shelf: 'url',
  blobs: 'sha256',
  held: 'sha256',
  installs: 'issue',
  installed: 'issue',
  search: 'issue',
  libraryMeta: 'name',
  drafts: 'issue',
  draftPieces: ['issue', 'piece'],
  draftVersions: ['issue', 'piece', 'keptMs'],
  draftFiles: 'id',
  clubTerms: ['club', 'id'],
  clubReadings: ['club', 'word'],
} as const satisfies Readonly<Record<StoreName, string | readonly string[]>>;

const isStore = (name: string): name is StoreName => name in KEY_PATHS;
export const STORE_NAMES: readonly StoreName[] = Object.keys(KEY_PATHS).filter(isStore);

type Migration = (
  database: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreName[], 'versionchange'>,
) => void | Promise<void>;

/**
 * Append only: a tablet may come from any earlier version, so a released step is never changed. The version of the
 * database is the length of this list.
 */
export const MIGRATIONS: readonly Migration[] = [
  // 1: what a member keeps, and the texts that open offline.
  (database) => {
    database.createObjectStore('progress', { keyPath: ['issue', 'piece'] });
    database.createObjectStore('words', { keyPath: ['issue', 'term'] });
    database.createObjectStore('notes', { keyPath: ['issue', 'piece', 'sentence'] });
    database.createObjectStore('texts', { keyPath: 'sha256' });
    database.createObjectStore('shelf', { keyPath: 'url' });
  },
  // 2: what the library has installed and is installing.
  (database) => {
    database.createObjectStore('blobs', { keyPath: 'sha256' });
    database.createObjectStore('held', { keyPath: 'sha256' });
    database.createObjectStore('installs', { keyPath: 'issue' });
    database.createObjectStore('installed', { keyPath: 'issue' });
    database.createObjectStore('search', { keyPath: 'issue' });
    database.createObjectStore('libraryMeta', { keyPath: 'name' });
  },
  // 3: what a facilitator makes, in the studio.
  (database) => {
    database.createObjectStore('drafts', { keyPath: 'issue' });
    database.createObjectStore('draftPieces', { keyPath: ['issue', 'piece'] });
    database.createObjectStore('draftVersions', { keyPath: ['issue', 'piece', 'keptMs'] });
    database.createObjectStore('draftFiles', { keyPath: 'id' });
    database.createObjectStore('clubTerms', { keyPath: ['club', 'id'] });
    database.createObjectStore('clubReadings', { keyPath: ['club', 'word'] });
  },
];
