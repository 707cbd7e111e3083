/** The piece an address names is fetched and verified while the page that shows it is still on its way. */
import type { Bookcase } from '../library/bookcase.ts';
import { ROUTE_TABLE, patternOf } from './route-table.ts';

export function openAhead(bookcase: Bookcase, path = location.pathname): void {
  if (!new RegExp(patternOf(ROUTE_TABLE.reader.path), 'u').test(path)) return;
  const [issue = '', piece = ''] = path.split('/').slice(2);
  // The page asks again and says what is wrong, if something is.
  bookcase.piece(issue, piece).catch(() => undefined);
}
