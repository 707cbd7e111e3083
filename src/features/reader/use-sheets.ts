import { useCallback, useEffect, useState } from 'preact/hooks';
import type * as ReaderSheets from './reader-sheets.ts';

type Sheets = typeof ReaderSheets;

/** Nobody opens a sheet in the first moments of a page: the words come first. */
const restMs = 2000;

/**
 * The reader's sheets, fetched once the page has come to rest or when one is asked for. Code that cannot be fetched is
 * thrown where the page's boundary says so.
 */
export function useSheets(): { readonly sheets: Sheets | null; readonly fetchSheets: () => void } {
  const [sheets, setSheets] = useState<Sheets | null>(null);
  const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
  const load = useCallback(() => import('./reader-sheets.ts').then(setSheets), []);
  useEffect(() => {
    // Ahead of time a failure is nobody's concern; the tap tries again.
    const timer = setTimeout(() => load().catch(() => undefined), restMs);
    return () => clearTimeout(timer);
  }, [load]);
  const fetchSheets = useCallback(() => {
    load().catch((cause: unknown) => setFailure({ cause }));
  }, [load]);
  if (failure) throw failure.cause;
  return { sheets, fetchSheets };
}
