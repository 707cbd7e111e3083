/** What went over the wire, counted by the proxy and not by the tablet. */
import type { SeenRequest } from '../support/proxy.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** What was sent and can have been lost on the way when a connection was cut. */
const IN_FLIGHT_BYTES = 1024 * 1024;

/** One file's requests, in order: `spoiled` ones carried something that was not the file. */
export interface Fetched extends SeenRequest {
  readonly isSpoiled: boolean;
}

export function startOf(range: string | null): number {
  return Number(/^bytes=(\d+)-/u.exec(range ?? '')?.[1] ?? 0);
}

/**
 * Requests that asked again for a chunk an earlier answer had carried whole and rightly: none, if what is verified is
 * never fetched twice.
 */
export function fetchedTwice(requests: readonly Fetched[]): readonly string[] {
  let wholeChunks = 0;
  const twice: string[] = [];
  for (const { range, sentBytes, isSpoiled } of requests) {
    const start = startOf(range);
    if (start < wholeChunks * CHUNK_BYTES)
      twice.push(`asked from ${start} when ${wholeChunks} chunks had arrived`);
    if (isSpoiled) continue;
    wholeChunks = Math.max(wholeChunks, Math.floor((start + sentBytes - IN_FLIGHT_BYTES) / CHUNK_BYTES));
  }
  return twice;
}
