/** Searching in memory: pure, so that it can be measured and tested. */
import type { IssueSummary } from '../../core/shelf/issue.ts';
import type { SearchEntry, SearchRecord } from '../../storage/schema.ts';
import type { SearchHit } from '../library.ts';
import { normalise } from './normalise.ts';

export interface Searcher {
  /** Words found first, then titles, then sentences; in each, the newest month first. */
  find(query: string, limit: number): readonly SearchHit[];
}

interface Indexed {
  readonly entry: SearchEntry;
  readonly summary: IssueSummary;
}

const LINE = '\n';
/** Between an entry's text and the other ways to find it. */
const ALSO = '\u0001';

/** Characters shown before a match, so that it stands in sight. */
const LEAD = 12;
const SHOWN = 60;

export function createSearcher(
  issues: readonly { readonly record: SearchRecord; readonly summary: IssueSummary }[],
): Searcher {
  const newestFirst = [...issues].sort((a, b) => b.summary.month.localeCompare(a.summary.month));
  const all = newestFirst.flatMap(({ record, summary }) =>
    record.entries.map((entry): Indexed => ({ entry, summary })),
  );
  const entries = (['term', 'title', 'sentence'] as const).flatMap((kind) =>
    all.filter(({ entry }) => entry.kind === kind),
  );
  // One long text: looking through it is one call of the engine's own search, whatever is asked.
  const lines = entries.map(({ entry }) => normalise(entry.text) + (entry.also ? ALSO + entry.also : ''));
  const text = lines.join(LINE);
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.length + LINE.length;
  }

  return {
    find(query, limit) {
      // The longest word is met least often: the others are looked for only where it stands.
      const [first, ...others] = normalise(query)
        .trim()
        .split(/\s+/u)
        .filter(Boolean)
        .sort((a, b) => b.length - a.length);
      if (first === undefined) return [];
      const hits: SearchHit[] = [];
      let number = 0;
      for (let at = text.indexOf(first); at >= 0 && hits.length < limit;) {
        while ((starts[number + 1] ?? Infinity) <= at) number++;
        const [found, line, start] = [entries[number], lines[number], starts[number]];
        if (!found || line === undefined || start === undefined) break;
        if (others.every((part) => line.includes(part))) {
          const from = at - start;
          // Found by its pinyin: there is nothing to mark in the text itself.
          const isInText = from + first.length <= found.entry.text.length;
          hits.push(hitOf(found.entry, found.summary, isInText ? [from, from + first.length] : [0, 0]));
        }
        at = text.indexOf(first, start + line.length);
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
