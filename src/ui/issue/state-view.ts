/** What a state line shows and offers, without rendering it. */
import type { IconName } from '../icon-drawings.ts';
import type { InstallFault, IssueStateInfo, TransferInfo, WaitReason } from './issue-state.ts';

export type StateAct = 'install' | 'pause' | 'resume' | 'useMetered' | 'update' | 'makeRoom' | 'retry';
type PlainState = Exclude<IssueStateInfo['state'], 'failed'>;

export interface StateView {
  readonly kind: 'ok' | 'wait' | 'stop' | 'plain';
  readonly icon: IconName;
  readonly words: PlainState | WaitReason | InstallFault | 'revision' | 'shell';
  /** The one thing a person can do about it here; null where it goes on by itself. */
  readonly act: StateAct | null;
  /** How far it is; null where there is nothing to measure. */
  readonly progress: { readonly doneBytes: number; readonly totalBytes: number } | null;
}

export function viewOf(state: IssueStateInfo, transfer: TransferInfo | null): StateView {
  switch (state.state) {
    case 'not-here':
      return { kind: 'plain', icon: 'download', words: 'not-here', act: 'install', progress: null };
    case 'queued':
    case 'running':
    case 'paused':
    case 'waiting':
      return moving(state, transfer);
    case 'stored':
      return whole(state, transfer);
    case 'damaged':
      return { kind: 'wait', icon: 'refresh', words: 'damaged', act: null, progress: amountOf(transfer) };
    case 'failed':
      return {
        kind: 'stop',
        icon: 'warning',
        words: state.fault,
        act: wayOut(state.fault),
        progress: state.doneBytes > 0 ? { doneBytes: state.doneBytes, totalBytes: state.sizeBytes } : null,
      };
  }
}

/** While a revision comes the earlier one stays readable, and how far the new one is can be seen. */
function whole(
  { revisionWaiting, waitsForShell }: Extract<IssueStateInfo, { state: 'stored' }>,
  transfer: TransferInfo | null,
): StateView {
  if (waitsForShell) return { kind: 'wait', icon: 'download', words: 'shell', act: null, progress: null };
  if (!revisionWaiting) return { kind: 'ok', icon: 'check', words: 'stored', act: null, progress: null };
  const progress = amountOf(transfer);
  return { kind: 'wait', icon: 'changed', words: 'revision', act: progress ? null : 'update', progress };
}

function amountOf(transfer: TransferInfo | null): StateView['progress'] {
  return transfer && { doneBytes: transfer.doneBytes, totalBytes: transfer.totalBytes };
}

type Moving = Extract<IssueStateInfo, { state: 'queued' | 'running' | 'paused' | 'waiting' }>;

function moving(state: Moving, transfer: TransferInfo | null): StateView {
  const amount = transfer ?? { doneBytes: state.doneBytes, totalBytes: state.sizeBytes };
  const progress = { doneBytes: amount.doneBytes, totalBytes: amount.totalBytes };
  const reason = transfer?.waitingFor ?? state.reason;
  if (state.state === 'queued') {
    const begun = progress.doneBytes > 0 ? progress : null;
    return { kind: 'wait', icon: 'clock', words: 'queued', act: 'pause', progress: begun };
  }
  if (state.state === 'paused') {
    return { kind: 'wait', icon: 'pause', words: 'paused', act: 'resume', progress };
  }
  if (state.state === 'running' && reason === undefined) {
    return { kind: 'wait', icon: 'download', words: 'running', act: 'pause', progress };
  }
  return {
    kind: 'wait',
    icon: reason === 'network' || reason === 'captive-portal' ? 'offline' : 'clock',
    words: reason ?? 'waiting',
    act: reason === 'metered' ? 'useMetered' : reason === 'captive-portal' ? 'retry' : null,
    progress,
  };
}

function wayOut(fault: InstallFault): StateAct | null {
  if (fault === 'full') return 'makeRoom';
  return fault === 'unreadable' ? null : 'retry';
}
