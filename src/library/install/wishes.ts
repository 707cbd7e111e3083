/** What should be in the queue, given the catalogue, the club and what is here. */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import type { InstallRecord } from '../../storage/schema.ts';
import type { QueueNow } from './journal.ts';
import { wantedIssues } from './policy.ts';
import { recordOf, withWanted } from './queue.ts';
import { isInHand } from './states.ts';

interface Wishes extends QueueNow {
  readonly catalogue: Catalogue;
  readonly lost: readonly string[];
  /** Imports whose pages have the pack or folder in their hands: what was begun from one of them waits for it. */
  readonly openImports: ReadonlySet<string>;
  readonly club: string | null;
  readonly today: string;
  readonly nowMs: number;
}

/** The queue with wanted, revised and lost months in it, and which of them are new or other than before. */
export function queueOf(wishes: Wishes): {
  readonly queue: readonly InstallRecord[];
  readonly changed: ReadonlySet<string>;
} {
  const { catalogue, installed, declined, lost, club, today, nowMs } = wishes;
  const here = new Map(installed.map((record) => [record.issue, record]));
  const isKnown = (id: string) => here.has(id) || wishes.queue.some(({ issue }) => issue === id);
  const wanted = wantedIssues(catalogue, club, today);
  const revised = catalogue.issues.filter(({ id }) => isKnown(id));
  const missed = catalogue.issues.filter(({ id }) => lost.includes(id));
  /** Begun from a pack that is gone, and kept by default: that needs nobody's word. */
  const isLeft = (record: InstallRecord): boolean =>
    record.isCarried === true &&
    !isInHand(record, wishes.openImports) &&
    !declined.has(record.issue) &&
    [...wanted, ...missed].some(({ id }) => id === record.issue);
  const changed = new Set<string>();
  let { queue } = wishes;
  for (const entry of new Set([...wanted, ...revised, ...missed])) {
    const has = here.get(entry.id);
    if (has?.manifest.sha256 === entry.manifest.sha256 && has.missing.length === 0) continue;
    const before = queue.find(({ issue }) => issue === entry.id);
    const queued = before && isLeft(before) ? undefined : before;
    if (queued?.manifest.sha256 === entry.manifest.sha256) continue;
    if (!queued && declined.has(entry.id)) continue;
    const { by, mayCost, addedMs } = queued ?? { by: 'policy' as const, mayCost: false, addedMs: nowMs };
    const record = recordOf(entry, { by, mayCost, addedMs });
    queue = withWanted(
      queue,
      queued?.state === 'paused' ? { ...queued, ...record, state: 'paused' } : record,
    );
    changed.add(entry.id);
  }
  return { queue, changed };
}
