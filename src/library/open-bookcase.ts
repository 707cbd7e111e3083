/**
 * The shelf's bookcase, its code fetched beside the app's: signatures, hashes and parsers are as much code as all the
 * rest of a first page, and nothing is drawn by them.
 */
import type { BlobRef } from '../core/reading/model.ts';
import type { Piece } from '../core/shelf/issue.ts';
import { BookcaseError, type Bookcase } from './bookcase.ts';

export interface EarlyBookcase extends Bookcase {
  /** For a page that is on its way: its first question for this piece gets this answer, instead of verifying it twice. */
  pieceAhead(issue: string, piece: string): Promise<Piece>;
}

export function openBookcase(): EarlyBookcase {
  let opened: Bookcase | null = null;
  let opening: Promise<Bookcase> | null = null;

  function bookcase(): Promise<Bookcase> {
    opening ??= import('./shelf-bookcase.ts').then(
      ({ createShelfBookcase }) => (opened = createShelfBookcase()),
      (error: unknown) => {
        opening = null;
        throw new BookcaseError('offline', String(error));
      },
    );
    return opening;
  }

  let ahead: { readonly place: string; readonly answer: Promise<Piece> } | null = null;
  const readPiece = async (issue: string, piece: string): Promise<Piece> =>
    (await bookcase()).piece(issue, piece);

  // It begins to ask the shelf as soon as it is there. Whoever needs an answer gets the failure, if it is one.
  bookcase().catch(() => undefined);

  return {
    clubs: async () => (await bookcase()).clubs(),
    issues: async (club) => (await bookcase()).issues(club),
    issue: async (id) => (await bookcase()).issue(id),
    piece(issue, piece) {
      const known = ahead?.place === `${issue}/${piece}` ? ahead.answer : null;
      ahead = null;
      return known ?? readPiece(issue, piece);
    },
    pieceAhead(issue, piece) {
      ahead = { place: `${issue}/${piece}`, answer: readPiece(issue, piece) };
      return ahead.answer;
    },
    terms: async (club) => (await bookcase()).terms(club),
    refresh: async () => (await bookcase()).refresh(),
    urlOf(blob: BlobRef) {
      // Whoever holds a blob's name got it from an answer above.
      if (!opened) throw new Error('No blob is known before the bookcase has answered');
      return opened.urlOf(blob);
    },
  };
}
