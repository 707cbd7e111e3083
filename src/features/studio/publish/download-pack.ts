/** One volume of a pack, from the hub into a file, piece by piece. */
import { fetchHub } from '../shared/hub/hub-client.ts';
import type { FileSink } from '../shared/file-sink.ts';
import { issuesQuery } from '../shared/releases/releases.ts';

interface Wanted {
  /** Empty for all. */
  readonly issues: readonly string[];
  readonly sequence: number;
  /** 1-based. */
  readonly volume: number;
  readonly bytes: number;
}

/**
 * What is cut short is not kept.
 * @throws HubProblem, or what the disk throws.
 */
export async function downloadPack(
  { issues, sequence, volume, bytes }: Wanted,
  sink: FileSink,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const query = issuesQuery(issues);
    const separator = query === '' ? '?' : '&';
    const path = `/packs/${volume}${query}${separator}sequence=${sequence}`;
    const response = await fetchHub('GET', path, { signal });
    let done = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      // A copy of its own: what the reader lends is taken back.
      await sink.write(new Uint8Array(part.value));
      done += part.value.byteLength;
      onProgress(done);
    }
    if (done !== bytes) throw new Error(`${done} of ${bytes} bytes came`);
    await sink.finish();
  } catch (error) {
    await sink.abort().catch(() => undefined);
    throw error;
  }
}
