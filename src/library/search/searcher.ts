/** Searching in memory: pure, so that it can be measured and tested. */
import type { IssueSummary } from '../../core/shelf/issue.ts';
import type { SearchEntry, SearchRecord } from '../../storage/schema.ts';
import type { SearchHit } from '../library.ts';
import { normalise } from './normalise.ts';

export interface Searcher {
  /** What it was made from. */
  readonly signature: string;
  /** Words found first, then titles, then sentences; in each, the newest month first. */
  find(query: string, limit: number): readonly SearchHit[];
}

interface Indexed {
  readonly entry: SearchEntry;
  readonly summary: IssueSummary;
  readonly folded: string;
}

/** Characters shown before a match, so that it stands in sight. */
const LEAD = 12;
const SHOWN = 60;

export function createSearcher(
  issues: readonly { readonly record: SearchRecord; readonly summary: IssueSummary }[],
  signature = '',
): Searcher {
  const newestFirst = [...issues].sort((a, b) => b.summary.month.localeCompare(a.summary.month));
  const entries = newestFirst.flatMap(({ record, summary }) =>
    record.entries.map((entry): Indexed => ({ entry, summary, folded: normalise(entry.text) })),
  );
  const kinds = (['term', 'title', 'sentence'] as const).map((kind) =>
    entries.filter(({ entry }) => entry.kind === kind),
  );

  return {
    signature,
    find(query, limit) {
      const parts = normalise(query).trim().split(/\s+/u).filter(Boolean);
      const [first, ...others] = parts;
      if (first === undefined) return [];
      const hits: SearchHit[] = [];
      for (const { entry, summary, folded } of kinds.flat()) {
        if (hits.length >= limit) break;
        const at = folded.indexOf(first);
        const isByPinyin = at < 0 && (entry.also?.includes(first) ?? false);
        if (at < 0 && !isByPinyin) continue;
        if (!others.every((part) => folded.includes(part) || entry.also?.includes(part))) continue;
        hits.push(hitOf(entry, summary, at < 0 ? [0, 0] : [at, at + first.length]));
      }
      return hits;
    },
  };
}

function hitOf(
  { kind, piece, pieceTitle, sentence, term, text }: SearchEntry,
  { id: issue, month, club }: IssueSummary,
  [start, end]: readonly [number, number],
): SearchHit {
  const from = text.length <= SHOWN ? 0 : Math.max(0, Math.min(start - LEAD, text.length - SHOWN));
  const lead = from > 0 ? '…' : '';
  const until = Math.max(end, from + SHOWN);
  const tail = until < text.length ? '…' : '';
  return {
    issue,
    month,
    club,
    kind,
    piece,
    pieceTitle,
    sentence,
    term,
    text: lead + text.slice(from, until) + tail,
    match: [start - from + lead.length, end - from + lead.length],
  };
}
