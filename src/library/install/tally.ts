/** How much of an issue is verified and here, how fast it comes, how long it will take. */
import type { BlobRef } from '../../core/reading/model.ts';
import type { BlobRecord } from '../../storage/schema.ts';
import { CHUNK_BYTES } from '../../core/shelf/verify.ts';

/** Speed forgets half of what it knew in so long. */
const HALF_LIFE_MS = 5000;
/** Below this an average says nothing yet. */
const SETTLE_MS = 1500;

export interface Tally {
  plan(blobs: readonly BlobRef[], records: ReadonlyMap<string, BlobRecord>): void;
  received(bytes: number): void;
  verified(sha256: string, bytes: number): void;
  /** Nothing is expected just now: the pause does not count as slowness. */
  rest(): void;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly remainingSeconds: number | null;
}

/** @param totalBytes What the catalogue promises, until the manifest says exactly. */
export function createTally(totalBytes: number, nowMs: () => number, onChange: () => void): Tally {
  const done = new Map<string, number>();
  let total = totalBytes;
  let sum = 0;
  let speed = 0;
  let since: number | null = null;
  let mark = 0;
  let pending = 0;

  function verified(sha256: string, bytes: number): void {
    sum += bytes - (done.get(sha256) ?? 0);
    done.set(sha256, bytes);
    onChange();
  }

  return {
    plan(blobs, records) {
      total = blobs.reduce((bytes, { size }) => bytes + size, 0);
      for (const { sha256, size } of blobs) verified(sha256, verifiedBytes(size, records.get(sha256)));
    },
    received(bytes) {
      const now = nowMs();
      if (since === null) {
        // From here on: how long this first piece took, nobody has seen.
        since = mark = now;
        return;
      }
      pending += bytes;
      const elapsed = now - mark;
      if (elapsed < 250) return;
      const weight = speed === 0 ? 1 : 1 - 2 ** (-elapsed / HALF_LIFE_MS);
      speed += weight * ((pending / elapsed) * 1000 - speed);
      mark = now;
      pending = 0;
      onChange();
    },
    verified,
    rest() {
      speed = 0;
      since = null;
      pending = 0;
      onChange();
    },
    get doneBytes() {
      return Math.min(sum, total);
    },
    get totalBytes() {
      return total;
    },
    get bytesPerSecond() {
      return Math.round(speed);
    },
    get remainingSeconds() {
      if (since === null || speed === 0 || nowMs() - since < SETTLE_MS) return null;
      return Math.ceil((total - Math.min(sum, total)) / speed);
    },
  };
}

export function verifiedBytes(size: number, record: BlobRecord | undefined): number {
  if (!record) return 0;
  return record.sealedMs === null ? Math.min(record.verifiedChunks * CHUNK_BYTES, size) : size;
}
