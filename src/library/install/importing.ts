/** Packs and folders, put in beside the queue: one after another with what comes over the network, and stopped like it. */
import type { ImportedFrom, ImportReport, OnProgress } from '../library.ts';
import { abortWith } from './abort-with.ts';
import type { createEngine } from './engine.ts';
import { importFrom, type ImportTools } from './import-from.ts';
import { importsEnded } from './import-lock.ts';

type Tools = Omit<ImportTools, 'id' | 'signal' | 'onProgress' | 'onMoving'>;

export function createImporting(engine: ReturnType<typeof createEngine>, tools: Tools) {
  /** By the month that moves: stops its import and waits until it has. */
  const stops = new Map<string, () => Promise<void>>();

  /** What was cut off is no more than that once nobody has it in hand: policy looks at it, and pages are told. */
  function afterwards(): void {
    void importsEnded().then(engine.followCatalogue);
  }

  return {
    afterwards,
    async run(
      id: string,
      from: ImportedFrom,
      onProgress: OnProgress,
      outer: AbortSignal,
    ): Promise<ImportReport> {
      const { signal, abort, unlink } = abortWith(outer);
      const work = engine.alone(() =>
        importFrom(from, {
          ...tools,
          id,
          signal,
          onProgress,
          onMoving(imported) {
            stops.clear();
            stops.set(imported.issue, () => {
              abort();
              return work.then(
                () => undefined,
                () => undefined,
              );
            });
            engine.importing(imported);
          },
        }),
      );
      try {
        return await work;
      } finally {
        stops.clear();
        unlink();
        await engine.followCatalogue();
        afterwards();
      }
    },
    /** A person wants this month to stop, wherever it comes from. */
    stop: async (issue: string): Promise<void> => stops.get(issue)?.(),
  };
}
