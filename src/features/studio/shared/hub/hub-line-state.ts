/** What the line beside 「已保存」 says of the hub: one sentence, the most pressing one. */
import type { FileTraffic, SyncState } from './sync-state.ts';

export type HubLine =
  /** No hub here, or not known yet: nothing is said. */
  | { readonly say: 'nothing' }
  | { readonly say: 'nobody' }
  | { readonly say: 'offline'; readonly sinceMs: number }
  | { readonly say: 'saving' }
  | { readonly say: 'shared'; readonly atMs: number }
  | { readonly say: 'clash'; readonly count: number }
  | { readonly say: 'waiting' }
  | { readonly say: 'refused'; readonly code: string }
  | { readonly say: 'fileRefused'; readonly name: string }
  | { readonly say: 'sending'; readonly percent: number }
  | { readonly say: 'paused'; readonly percent: number }
  /** Files wait for the camera. */
  | { readonly say: 'recording'; readonly percent: number };

export function hubLine(
  { connection, offlineSinceMs, isPaused, isRecording, months, files }: SyncState,
  issue: string,
): HubLine {
  if (connection === 'unknown' || connection === 'no-hub') return { say: 'nothing' };
  if (connection === 'nobody') return { say: 'nobody' };
  if (connection === 'offline') return { say: 'offline', sinceMs: offlineSinceMs ?? 0 };
  const month = months[issue];
  if (!month) return { say: 'saving' };
  if (month.state === 'refused') return { say: 'refused', code: month.code ?? 'failed' };
  if (month.clashes > 0) return { say: 'clash', count: month.clashes };
  if (month.isWaiting) return { say: 'waiting' };
  if (month.state === 'busy') return { say: 'saving' };
  const traffic = files[issue];
  const [refused] = traffic?.refused ?? [];
  if (refused) return { say: 'fileRefused', name: refused.name };
  if (traffic && traffic.toSend > 0)
    return { say: isRecording ? 'recording' : isPaused ? 'paused' : 'sending', percent: percentOf(traffic) };
  return { say: 'shared', atMs: month.atMs ?? 0 };
}

/** Whole percent; a hundred only when all of it is there and verified. */
export const percentOf = ({ sent, toSend }: Pick<FileTraffic, 'sent' | 'toSend'>): number =>
  Math.min(99, Math.floor((sent / Math.max(1, toSend)) * 100));
