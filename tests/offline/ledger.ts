/** What went over the wire, counted by the proxy and not by the tablet. */
import type { SeenRequest } from '../support/proxy.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** What was sent and can have been lost on the way when a connection was cut. */
const IN_FLIGHT_BYTES = 1024 * 1024;

/** One file's requests, in order. */
export interface Fetched extends SeenRequest {
  /** From this byte of the answer on it was not the file. */
  readonly goodBytes: number;
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
  for (const { range, sentBytes, goodBytes } of requests) {
    const start = startOf(range);
    if (start < wholeChunks * CHUNK_BYTES)
      twice.push(`asked from ${start} when ${wholeChunks} chunks had arrived`);
    const good = Math.min(sentBytes - IN_FLIGHT_BYTES, goodBytes);
    if (good > 0) wholeChunks = Math.max(wholeChunks, Math.floor((start + good) / CHUNK_BYTES));
  }
  return twice;
}
