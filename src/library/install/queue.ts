/** The order of what is to be fetched, as a list that is written down whole. */
import type { Catalogue } from '../../core/shelf/catalogue.ts';
import type { InstallRecord } from '../../storage/schema.ts';

type Entry = Catalogue['issues'][number];
type Asked = Pick<InstallRecord, 'by' | 'mayCost' | 'addedMs'>;

export function recordOf({ manifest, ...summary }: Entry, asked: Asked): InstallRecord {
  return { issue: summary.id, manifest, summary, state: 'queued', order: 0, ...asked };
}

/** What a person asks for comes after what people asked for before and before what policy fetches by itself. */
export function withAsked(
  queue: readonly InstallRecord[],
  record: InstallRecord,
  running: string | null,
): readonly InstallRecord[] {
  const others = queue.filter(({ issue }) => issue !== record.issue);
  const before = others.findLastIndex(({ by, issue }) => by === 'person' || issue === running);
  return numbered(others.toSpliced(before + 1, 0, record));
}

/** At the end; in the place it has, if it is there already. */
export function withWanted(queue: readonly InstallRecord[], record: InstallRecord): readonly InstallRecord[] {
  const at = queue.findIndex(({ issue }) => issue === record.issue);
  return numbered(at < 0 ? [...queue, record] : queue.with(at, record));
}

export function moved(queue: readonly InstallRecord[], issue: string, by: -1 | 1): readonly InstallRecord[] {
  const from = queue.findIndex((record) => record.issue === issue);
  const to = from + by;
  const record = queue[from];
  if (!record || to < 0 || to >= queue.length) return queue;
  return numbered(queue.toSpliced(from, 1).toSpliced(to, 0, record));
}

/** One record otherwise; why it failed and that it was carried are forgotten unless `patch` says so. */
export function changed(
  queue: readonly InstallRecord[],
  issue: string,
  patch: Partial<InstallRecord>,
): readonly InstallRecord[] {
  return queue.map((record) => {
    if (record.issue !== issue) return record;
    const { fault: _fault, isCarried: _isCarried, carriedBy: _carriedBy, ...rest } = record;
    return { ...rest, ...patch };
  });
}

const numbered = (queue: readonly InstallRecord[]): readonly InstallRecord[] =>
  queue.map((record, order) => ({ ...record, order }));
