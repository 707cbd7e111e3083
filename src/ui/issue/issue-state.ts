/**
 * What a state line needs to know of an issue on this tablet. The library's own types have these shapes; they are said
 * again here because `ui` knows no library.
 */
import type { ReadonlySignal } from '@preact/signals';

export type WaitReason = 'network' | 'captive-portal' | 'metered' | 'busy';
export type InstallFault = 'full' | 'not-found' | 'not-verified' | 'unreadable' | 'refused' | 'interrupted';

export type IssueStateInfo =
  | { readonly state: 'not-here'; readonly sizeBytes: number }
  | {
      readonly state: 'queued' | 'running' | 'paused' | 'waiting';
      /** Verified. */
      readonly doneBytes: number;
      readonly sizeBytes: number;
      readonly reason?: WaitReason;
    }
  | {
      readonly state: 'stored';
      readonly installedMs: number;
      readonly sizeBytes: number;
      readonly revisionWaiting: boolean;
      /** Whole, but the app itself is not here yet: without a network nobody could open it. */
      readonly waitsForShell?: true;
    }
  | { readonly state: 'damaged'; readonly missing: number; readonly sizeBytes: number }
  | {
      readonly state: 'failed';
      readonly fault: InstallFault;
      readonly doneBytes: number;
      readonly sizeBytes: number;
    };

/** What is moving now. */
export interface TransferInfo {
  readonly issue: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** 0 while nothing arrives. */
  readonly bytesPerSecond: number;
  readonly remainingSeconds: number | null;
  readonly waitingFor: WaitReason | null;
}

export interface IssueLibrary {
  readonly issues: ReadonlySignal<ReadonlyMap<string, IssueStateInfo>>;
  readonly transfer: ReadonlySignal<TransferInfo | null>;
  install(issue: string): Promise<void>;
  pause(issue: string): Promise<void>;
  resume(issue: string): Promise<void>;
}
