/** What the engine is given, so that tests can give it something else. */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import type { MediaStore } from '../../storage/media/media-store.ts';
import type { Journal } from './journal.ts';
import type { BlobSource } from './source.ts';

export interface EngineParts {
  readonly journal: Journal;
  readonly store: MediaStore;
  /** The verified catalogue this tablet has, or null. */
  readonly catalogue: () => Promise<Catalogue | null>;
  /** Where the network's bytes come from. */
  readonly source: BlobSource;
  readonly nowMs: () => number;
  /** `2026-11-23`, where the club is. */
  readonly today: () => string;
  /** 0…1 */
  readonly random: () => number;
  /** Resolves after `ms` or when one of `signals` is aborted, whichever is first. */
  readonly sleep: (ms: number, signals: readonly AbortSignal[]) => Promise<void>;
  readonly isRead: (issue: string) => Promise<boolean>;
  /** Imports whose pages have the pack or folder in their hands, and ask for it again whoever installs. */
  readonly openImports: () => Promise<ReadonlySet<string>>;
  /** Months that were here before storage was lost; they are fetched again, and until then nothing is thrown away. */
  readonly lost: () => readonly string[];
  readonly onChange: () => void;
  /** A month became whole, or another revision of it. */
  readonly onInstalled: (issue: string) => Promise<void>;
  /** `issue` does not fit. */
  readonly onFull: (issue: string) => void;
}
