/** The piece an address names is fetched and verified while the page that shows it is still on its way. */
import type { Bookcase } from '../library/bookcase.ts';
import { ROUTE_TABLE, patternOf } from './route-table.ts';

/** @returns Whether the address names a piece. */
export function openAhead(bookcase: Bookcase, path = location.pathname): boolean {
  if (!new RegExp(patternOf(ROUTE_TABLE.reader.path), 'u').test(path)) return false;
  const [issue = '', piece = ''] = path.split('/').slice(2);
  // The page asks again and says what is wrong, if something is.
  for (const asked of [bookcase.piece(issue, piece), progressAhead(issue, piece)])
    asked.catch(() => undefined);
  return true;
}

/** Its code comes with the reader's, not with every first page. */
async function progressAhead(issue: string, piece: string): Promise<void> {
  const { readProgressAhead } = await import('../storage/progress.ts');
  await readProgressAhead(issue, piece);
}
