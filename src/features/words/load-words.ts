import type { IssueSummary, IssueTerm } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { wordMarks } from '../../storage/words.ts';
import type { WordRecord } from '../../storage/words.ts';
import { keyOf } from './word-groups.ts';
import type { Marks } from './word-groups.ts';

export interface WordsData {
  readonly terms: readonly IssueTerm[];
  readonly issues: readonly IssueSummary[];
  /** Issues whose words cannot be shown now. */
  readonly missing: readonly string[];
  readonly marks: Marks;
}

/** Rejects with BookcaseError. */
export async function loadWords(bookcase: Bookcase, club: string): Promise<WordsData> {
  const [{ terms, missing }, issues, marks] = await Promise.all([
    bookcase.terms(club),
    bookcase.issues(club),
    // Words without their marks are better than none.
    wordMarks().catch((): readonly WordRecord[] => []),
  ]);
  return {
    terms,
    issues,
    missing,
    marks: new Map(marks.map(({ issue, term, mark }) => [keyOf({ issue, id: term }), mark])),
  };
}
