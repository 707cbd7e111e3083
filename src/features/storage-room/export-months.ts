import type { Library } from '../../library/library.ts';
import { openPackSink } from './pack-sink.ts';
import { sumBytes, type ListedIssue } from './room-lists.ts';
import { exporting } from './tasks.ts';

/** Call from a click: the browser asks where to put it. How it went is in `exporting`. */
export async function exportMonths(library: Library, chosen: readonly ListedIssue[]): Promise<void> {
  await exporting.run('', async (onProgress, signal) => {
    const sink = await openPackSink(labelOf(chosen), sumBytes(chosen));
    if (sink === null) return null;
    try {
      const ids = chosen.map(({ id }) => id);
      await library.exportPack(ids, (bytes, volume) => sink.write(bytes, volume), onProgress, signal);
      return { names: await sink.finish(), isInDownloads: sink.isInDownloads };
    } catch (error) {
      await sink.abort().catch(() => undefined);
      throw error;
    }
  });
}

/** `2026-11`, or `2026-01-to-2026-11`: what a person reads on the stick. */
export function labelOf(chosen: readonly ListedIssue[]): string {
  const months = chosen.map(({ month }) => month).toSorted();
  const [first = ''] = months;
  const last = months.at(-1) ?? first;
  return first === last ? first : `${first}-to-${last}`;
}
