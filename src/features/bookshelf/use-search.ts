import { useEffect, useState } from 'preact/hooks';
import type { IssueSummary } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { localDate } from '../../ui/issue/local-date.ts';
import { normalise, searchIssues } from './full-text.ts';
import type { FoundPiece } from './full-text.ts';

export interface Search {
  /** Normalised; empty when nothing is asked for. */
  readonly query: string;
  readonly found: readonly FoundPiece[];
  readonly missingCount: number;
  readonly done: boolean;
}

const NOTHING: Search = { query: '', found: [], missingCount: 0, done: true };
const TYPING_PAUSE_MS = 250;

/** Searches after a pause in typing; a new query drops the old one, finds appear as they are made. */
export function useSearch(bookcase: Bookcase, issues: readonly IssueSummary[], typed: string): Search {
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
      const options = { today: localDate(), signal: stop.signal };
      for await (const step of searchIssues(bookcase, issues, query, options)) {
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
  }, [bookcase, issues, query]);

  return search;
}
