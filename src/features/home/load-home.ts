import type { Club, Issue, IssueSummary } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import { allProgress } from '../../storage/progress.ts';
import type { Progress } from '../../storage/progress.ts';

export interface HomeData {
  readonly club: Club | null;
  /** The newest issue that is out; null before the first one. */
  readonly issue: Issue | null;
  readonly earlier: readonly IssueSummary[];
  /** In the newest issue, most recent first. */
  readonly places: readonly Progress[];
}

/** Rejects with BookcaseError. */
export async function loadHome(bookcase: Bookcase, clubId: string): Promise<HomeData> {
  const [clubs, issues, progress] = await Promise.all([
    bookcase.clubs(),
    bookcase.issues(clubId),
    // What the tablet remembers is a help, not a condition: the month is shown without it too.
    allProgress().catch((): readonly Progress[] => []),
  ]);
  const [newest, ...earlier] = issues;
  const issue = newest === undefined ? null : await bookcase.issue(newest.id);
  return {
    club: clubs.find((club) => club.id === clubId) ?? null,
    issue,
    earlier,
    places: progress.filter((place) => place.issue === issue?.id),
  };
}
