/** The host's bookcase in the frame's own terms: an error thrown in another window is no `Error` of this one. */
import { BookcaseError, type Bookcase, type BookcaseProblem } from '../../../library/bookcase.ts';

const PROBLEMS: readonly BookcaseProblem[] = [
  'offline',
  'not-found',
  'not-verified',
  'unreadable',
  'shelf-missing',
  'key-changed',
];

export function lentBookcase(host: Bookcase): Bookcase {
  return {
    clubs: () => own(host.clubs()),
    issues: (club) => own(host.issues(club)),
    issue: (id) => own(host.issue(id)),
    piece: (issue, piece) => own(host.piece(issue, piece)),
    terms: (club) => own(host.terms(club)),
    refresh: () => own(host.refresh()),
    urlOf: (blob) => host.urlOf(blob),
  };
}

async function own<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const problem =
      typeof error === 'object' && error !== null && 'problem' in error
        ? PROBLEMS.find((known) => known === error.problem)
        : undefined;
    throw problem === undefined ? new Error(String(error)) : new BookcaseError(problem);
  }
}
