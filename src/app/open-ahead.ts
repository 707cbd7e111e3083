/** The piece an address names is fetched and verified while the page that shows it is still on its way. */
import type { Bookcase } from '../library/bookcase.ts';
import { ROUTE_TABLE, patternOf } from './route-table.ts';

/** @returns Resolves, whatever came of it, when the page has nothing more to wait for; null where the address names no piece. */
export function openAhead(bookcase: Bookcase, path = location.pathname): Promise<unknown> | null {
  if (!new RegExp(patternOf(ROUTE_TABLE.reader.path), 'u').test(path)) return null;
  const [issue = '', piece = ''] = path.split('/').slice(2);
  // The page asks again and says what is wrong, if something is.
  return Promise.allSettled([bookcase.piece(issue, piece), progressAhead(issue, piece)]);
}

/** Its code comes with the reader's, not with every first page. */
async function progressAhead(issue: string, piece: string): Promise<void> {
  const { readProgressAhead } = await import('../storage/progress.ts');
  await readProgressAhead(issue, piece);
}
