/** How long one can record with what is left. Afterwards the recording is written once more, prepared. */
import type { RecordedKind } from './track-edit.ts';

const bytesPerMinute: Readonly<Record<RecordedKind, number>> = { sign: 30e6 + 20e6, audio: 1e6 + 3e6 };
/** So that typing is still saved when recording has to stop. */
const keptFree = 50e6;

export function minutesOf(bytes: number, kind: RecordedKind): number {
  return Math.max(0, Math.floor((bytes - keptFree) / bytesPerMinute[kind]));
}

/** A hint only: browsers promise more than there is (traps). */
export function roomKind(bytes: number | null, kind: RecordedKind): 'enough' | 'little' | 'none' | 'unknown' {
  if (bytes === null) return 'unknown';
  const minutes = minutesOf(bytes, kind);
  if (minutes < 1) return 'none';
  return minutes < 15 ? 'little' : 'enough';
}
