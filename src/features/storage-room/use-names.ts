import { useEffect, useState } from 'preact/hooks';
import type { Club } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import type { Library } from '../../library/library.ts';
import { localDate } from '../../ui/issue/local-date.ts';
import { monthInUse, type IssueName } from './room-lists.ts';

/**
 * What the issues of all clubs are called: this tablet may hold both. Asked again when `ids` change; what is known stays
 * in sight meanwhile. What cannot be read is left out, and the page names such a month by its date.
 */
export function useNames(
  bookcase: Bookcase,
  library: Library,
  ids: string,
): ReadonlyMap<string, IssueName> | null {
  const [names, setNames] = useState<ReadonlyMap<string, IssueName> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadNames(bookcase, library).then((loaded) => isCurrent && setNames(loaded));
    return () => {
      isCurrent = false;
    };
  }, [bookcase, library, ids]);
  return names;
}

async function loadNames(bookcase: Bookcase, library: Library): Promise<ReadonlyMap<string, IssueName>> {
  const clubs = await bookcase.clubs().catch((): readonly Club[] => []);
  const stored = await library.stored().catch(() => []);
  const listed = await Promise.all(clubs.map(({ id }) => bookcase.issues(id).catch(() => [])));
  const all = [...stored.map(({ summary }) => summary), ...listed.flat()];
  const today = localDate();
  return new Map(
    all.map(({ id, title, month, club }): [string, IssueName] => {
      const own = all.filter((one) => one.club === club);
      const now = monthInUse(
        own.map((one) => one.month),
        today,
      );
      const name = clubs.find((one) => one.id === club)?.name ?? null;
      return [id, { id, title, month, club: name, isInUse: month === now, isEarlier: month < now }];
    }),
  );
}
