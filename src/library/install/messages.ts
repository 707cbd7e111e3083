/**
 * What pages and the installer say to each other, on one BroadcastChannel: the installer may belong to another tab, and
 * it may die and be followed by another one in the middle of a sentence. So a page says again what has no answer.
 */
import type { ShelfConfig } from '../shelf-config.ts';
import type { Amount, ImportedFrom, ImportFault, ImportReport, SearchHit, VerifyReport } from '../library.ts';
import type { Snapshot, Surroundings } from './engine.ts';

export const CHANNEL = 'same-page-library';
export const INSTALL_LOCK = 'same-page-install';

/** Things done by the installer for any tab. */
export type Ask =
  | { readonly name: 'install' | 'pause' | 'resume' | 'cancel' | 'remove'; readonly issue: string }
  | { readonly name: 'move'; readonly issue: string; readonly by: -1 | 1 }
  | { readonly name: 'verify' }
  | { readonly name: 'import'; readonly from: ImportedFrom };

/** Why an ask was not done. `import` has its own faults; everything else is `interrupted`. */
export interface Refusal {
  readonly fault: ImportFault;
  readonly detail: string;
  readonly packFault: string | null;
  readonly file: string | null;
}

export interface Notices {
  readonly lost: readonly string[];
  readonly damaged: readonly string[];
  readonly full: { readonly issue: string; readonly suggest: readonly string[] } | null;
}

export interface Surrounded extends Surroundings {
  /** Issues the page's own census counts as stored here. */
  readonly census: readonly string[];
}

export type ToInstaller =
  | { readonly to: 'installer'; readonly kind: 'hello'; readonly surroundings: Surrounded }
  | { readonly to: 'installer'; readonly kind: 'catalogue' | 'online' }
  | { readonly to: 'installer'; readonly kind: 'ask'; readonly id: string; readonly ask: Ask }
  | { readonly to: 'installer'; readonly kind: 'abort'; readonly id: string };

export type ToPages =
  /** An installer has begun: say hello and ask again what has no answer. */
  | { readonly to: 'pages'; readonly kind: 'ready' }
  | {
      readonly to: 'pages';
      readonly kind: 'state';
      readonly snapshot: Snapshot;
      readonly notices: Notices;
      readonly census: readonly string[];
    }
  | { readonly to: 'pages'; readonly kind: 'progress'; readonly id: string; readonly amount: Amount }
  | {
      readonly to: 'pages';
      readonly kind: 'done';
      readonly id: string;
      readonly value: VerifyReport | ImportReport | null;
    }
  | { readonly to: 'pages'; readonly kind: 'refused'; readonly id: string; readonly refusal: Refusal };

export type Message = ToInstaller | ToPages;

/** Between a page and its own worker. */
export type ToWorker =
  | { readonly kind: 'start'; readonly config: ShelfConfig; readonly surroundings: Surrounded }
  | { readonly kind: 'search'; readonly id: string; readonly query: string; readonly limit: number };

export interface FromWorker {
  readonly kind: 'found';
  readonly id: string;
  readonly hits: readonly SearchHit[];
}
