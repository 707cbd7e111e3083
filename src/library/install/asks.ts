/** What a person may ask of the installer about one month. Written down first, then acted upon: a kill in between loses no wish. */
import type { EngineParts } from './engine-parts.ts';
import { changed, moved, recordOf, withAsked } from './queue.ts';

interface Running {
  /** The month that moves, or null. */
  readonly current: () => string | null;
  /** Lets `issue`, or whatever moves, go, without losing a verified byte. */
  readonly interrupt: (issue?: string) => Promise<void>;
  /** The month is off the list: its progress is no news any more, and there may be files nobody needs. */
  readonly drop: (issue: string) => void;
  readonly poke: () => void;
}

export function createAsks(
  { journal, catalogue, nowMs }: EngineParts,
  { current, interrupt, drop, poke }: Running,
) {
  return {
    async install(issue: string): Promise<void> {
      const entry = (await catalogue())?.issues.find(({ id }) => id === issue);
      if (!entry) return;
      await journal.decline(issue, false);
      const record = recordOf(entry, { by: 'person', mayCost: true, addedMs: nowMs() });
      await journal.changeQueue(({ queue, installed }) => {
        const here = installed.find((one) => one.issue === issue);
        const isWhole = here?.manifest.sha256 === entry.manifest.sha256 && here.missing.length === 0;
        return isWhole ? queue : withAsked(queue, record, current());
      });
      poke();
    },
    async pause(issue: string): Promise<void> {
      await journal.changeQueue(({ queue }) => changed(queue, issue, { state: 'paused' }));
      await interrupt(issue);
      poke();
    },
    async resume(issue: string): Promise<void> {
      await journal.changeQueue(({ queue }) => changed(queue, issue, { state: 'queued', mayCost: true }));
      poke();
    },
    async cancel(issue: string): Promise<void> {
      await journal.decline(issue, true);
      await journal.changeQueue(({ queue }) => queue.filter((record) => record.issue !== issue));
      await interrupt(issue);
      drop(issue);
      poke();
    },
    async move(issue: string, by: -1 | 1): Promise<void> {
      await journal.changeQueue(({ queue }) => moved(queue, issue, by));
      const first = (await journal.installs()).find(({ state }) => state === 'queued');
      if (first && first.issue !== current()) await interrupt();
      poke();
    },
    async remove(issue: string): Promise<void> {
      await journal.decline(issue, true);
      await journal.removeInstalled(issue);
      await interrupt(issue);
      drop(issue);
      poke();
    },
  };
}
