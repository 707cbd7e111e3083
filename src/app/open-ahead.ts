/** The piece an address names is fetched and verified while the page that shows it is still on its way. */
import type { EarlyBookcase } from '../library/open-bookcase.ts';
import { askProgressAhead } from '../storage/progress-ahead.ts';
import { ROUTE_TABLE, patternOf } from './route-table.ts';

/** @returns When it is there, or what hindered it is known; null where the address names no piece. */
export function openAhead(
  bookcase: Pick<EarlyBookcase, 'pieceAhead'>,
  path = location.pathname,
): Promise<unknown> | null {
  if (!new RegExp(patternOf(ROUTE_TABLE.reader.path), 'u').test(path)) return null;
  const [issue = '', piece = ''] = path.split('/').slice(2);
  askProgressAhead();
  // The page gets the same answer and says what is wrong, if something is.
  return bookcase.pieceAhead(issue, piece).catch(() => undefined);
}
