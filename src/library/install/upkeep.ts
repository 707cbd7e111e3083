/** What the engine does unasked between two months: rubbish goes, the catalogue is followed, damage is queued to be mended. */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import { MediaStoreError } from '../../storage/media/media-error.ts';
import { collect } from './collect.ts';
import type { EngineParts } from './engine-parts.ts';
import { changed, recordOf, withWanted } from './queue.ts';
import { queueOf } from './wishes.ts';

/** Never beside a month that is being written. Rubbish that stays is no reason to stop: the next pause tries again. */
export async function tidy(parts: EngineParts): Promise<void> {
  const [installed, installs] = await Promise.all([parts.journal.installed(), parts.journal.installs()]);
  const known = new Set([...installed, ...installs].map(({ issue }) => issue));
  // A lost month's files may still lie here, waiting to be found right.
  if (parts.lost().some((issue) => !known.has(issue))) return;
  await collect(parts).catch((error: unknown) => {
    if (!(error instanceof MediaStoreError)) throw error;
  });
}

/** What failed may go now: another day, another network, more room. */
export function reopenFailed({ journal }: EngineParts): Promise<void> {
  return journal.changeQueue(({ queue }) =>
    queue
      .filter(({ state }) => state === 'failed')
      .reduce((next, { issue }) => changed(next, issue, { state: 'queued' }), queue),
  );
}

/** Fetches what installed months lack, in the revision they have, unless a newer one is coming anyway. */
export function queueRepairs({ journal, nowMs }: EngineParts, damaged: readonly string[]): Promise<void> {
  return journal.changeQueue(({ queue, installed }) =>
    installed
      .filter(({ issue }) => damaged.includes(issue) && queue.every((record) => record.issue !== issue))
      .reduce((next, { manifest, summary }) => {
        const asked = { by: 'policy', mayCost: false, addedMs: nowMs() } as const;
        return withWanted(next, recordOf({ ...summary, manifest }, asked));
      }, queue),
  );
}

/** Wanted, revised and lost months come into the queue. Resolves to those that are new there or other than before. */
export async function queueWanted(
  { journal, lost, today, nowMs, openImports }: EngineParts,
  catalogue: Catalogue,
  club: string | null,
): Promise<ReadonlySet<string>> {
  let news: ReadonlySet<string> = new Set();
  const open = await openImports();
  await journal.changeQueue((now) => {
    const asked = { catalogue, lost: lost(), club, today: today(), nowMs: nowMs(), openImports: open };
    const wished = queueOf({ ...now, ...asked });
    news = wished.changed;
    return wished.queue;
  });
  return news;
}

/** Months the club has taken back, that nobody has open: those go the next time. */
export async function withdrawnHere(
  { journal, isRead }: EngineParts,
  withdrawn: readonly string[],
): Promise<readonly string[]> {
  const here = [...(await journal.installed()), ...(await journal.installs())].map(({ issue }) => issue);
  const going: string[] = [];
  for (const issue of new Set(here))
    if (withdrawn.includes(issue) && !(await isRead(issue))) going.push(issue);
  return going;
}
