/** What IndexedDB holds, as types and as the list of steps that made it. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { SentenceId, TermId } from '../core/reading/model.ts';

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
}

export interface Schema extends DBSchema {
  progress: { key: [string, string]; value: ProgressRecord };
  words: { key: [string, string]; value: WordRecord };
  notes: { key: [string, string, string]; value: NoteRecord };
  texts: { key: string; value: TextRecord };
  shelf: { key: string; value: ShelfRecord };
}
export type StoreName = StoreNames<Schema>;

/** The members that make up each record's key, in order. */
export const KEY_PATHS = {
  progress: ['issue', 'piece'],
  words: ['issue', 'term'],
  notes: ['issue', 'piece', 'sentence'],
  texts: 'sha256',
  shelf: 'url',
} as const satisfies Readonly<Record<StoreName, string | readonly string[]>>;

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
];
