import { useEffect, useState } from 'preact/hooks';
import type { IssueSummary } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import type { Library } from '../../library/library.ts';
import { localDate } from '../../ui/issue/local-date.ts';
import { normalise, searchIssues } from './full-text.ts';
import type { FoundPiece } from './full-text.ts';
import { searchStored } from './stored-search.ts';

export interface Search {
  /** Normalised; empty when nothing is asked for. */
  readonly query: string;
  readonly found: readonly FoundPiece[];
  readonly missingCount: number;
  readonly done: boolean;
}

const NOTHING: Search = { query: '', found: [], missingCount: 0, done: true };
const TYPING_PAUSE_MS = 250;

/**
 * Searches after a pause in typing; a new query drops the old one. What the tablet has is found at once, the rest appears
 * as it is read.
 */
export function useSearch(
  bookcase: Bookcase,
  library: Library | null,
  issues: readonly IssueSummary[],
  typed: string,
): Search {
  const [search, setSearch] = useState(NOTHING);
  const query = normalise(typed);

  useEffect(() => {
    if (query === '') {
      setSearch(NOTHING);
      return undefined;
    }
    const stop = new AbortController();
    const run = async () => {
      setSearch({ ...NOTHING, query, done: false });
      const today = localDate();
      const options = { today, signal: stop.signal };
      // Looked at once: what becomes stored meanwhile is read like the rest.
      const states = library?.issues.peek();
      const stored = issues.filter(({ id }) => states?.get(id)?.state === 'stored');
      const found =
        library && stored.length > 0
          ? await searchStored(library, bookcase, stored, query, today).catch(() => null)
          : null;
      if (stop.signal.aborted) return;
      if (found !== null) setSearch((before) => ({ ...before, found }));
      const rest = found === null ? issues : issues.filter((issue) => !stored.includes(issue));
      for await (const step of searchIssues(bookcase, rest, query, options)) {
        setSearch((before) =>
          'found' in step
            ? { ...before, found: [...before.found, step.found] }
            : { ...before, missingCount: before.missingCount + 1 },
        );
      }
      if (!stop.signal.aborted) setSearch((before) => ({ ...before, done: true }));
    };
    const timer = setTimeout(() => void run(), TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [bookcase, library, issues, query]);

  return search;
}
