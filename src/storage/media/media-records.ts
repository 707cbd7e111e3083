/** A file as records of 1 MiB: small enough that a player's range reads little more than it asked for. */
import type { MediaDatabase } from './media-database.ts';
import { MediaStoreError } from './media-error.ts';

export const RECORD_BYTES = 1024 * 1024;

type Visit = (part: Uint8Array<ArrayBuffer>, at: number) => void;

/** Gives `visit` the bytes from `start` to `end`, a part of one record at a time; `at` counts from the file's start. */
export async function readRecords(
  database: MediaDatabase,
  sha256: string,
  [start, end]: readonly [number, number],
  visit: Visit,
): Promise<void> {
  for (let index = Math.floor(start / RECORD_BYTES); index * RECORD_BYTES < end; index++) {
    const offset = index * RECORD_BYTES;
    const record = await database.get('records', [sha256, index]);
    const until = Math.min(end - offset, RECORD_BYTES);
    if (record === undefined || record.byteLength < until) {
      throw new MediaStoreError('gone', `Bytes of ${sha256} at ${offset} are missing`);
    }
    const from = Math.max(0, start - offset);
    visit(record.subarray(from, until), offset + from);
  }
}
