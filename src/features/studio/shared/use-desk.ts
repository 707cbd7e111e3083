/** A month, or one piece of it, for as long as a page shows it. */
import { useCallback, useLayoutEffect } from 'preact/hooks';
import type { Club } from '../../../core/shelf/issue.ts';
import { useBookcase } from '../../../library/bookcase-context.tsx';
import { useLoad } from '../../../ui/use-load.ts';
import type { Desk } from './desk.ts';
import type { Month } from './month.ts';
import type { MonthDesk } from './month-desk.ts';
import { pageOf, theDesk, theMonth, theMonthDesk } from './open-month.ts';

/** There is no such month or piece on this machine (any more). */
export class NoDraftError extends Error {
  override readonly name = 'NoDraftError';
}

export interface OpenMonth {
  readonly desk: MonthDesk;
  readonly club: Club;
}

export function useMonth(issue: string) {
  const bookcase = useBookcase();
  useLayoutEffect(() => pageOf(issue), [issue]);
  return useLoad(
    useCallback(async (): Promise<OpenMonth> => {
      const [desk, clubs] = await Promise.all([theMonthDesk(issue), bookcase.clubs()]);
      const club = clubs.find(({ id }) => id === desk?.month.issue.peek().club);
      if (desk === null || !club) throw new NoDraftError(issue);
      return { desk, club };
    }, [issue, bookcase]),
  );
}

/** `month` is there too: for taking over and for what is about all pieces. */
export function useDesk(issue: string, piece: string) {
  const bookcase = useBookcase();
  useLayoutEffect(() => pageOf(issue), [issue]);
  return useLoad(
    useCallback(async (): Promise<{ readonly desk: Desk; readonly month: Month }> => {
      const clubs = await bookcase.clubs();
      const [month, desk] = await Promise.all([theMonth(issue), theDesk(issue, piece, clubs)]);
      if (month === null || desk === null) throw new NoDraftError(`${issue}/${piece}`);
      return { desk, month };
    }, [issue, piece, bookcase]),
  );
}
