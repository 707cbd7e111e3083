/**
 * What a member's page reads from. The library implements it over the shelf (and, with issue 3, over what the tablet
 * holds); the studio implements it over drafts, so that a preview is the member's own app.
 */
import type { BlobRef } from '../core/reading/model.ts';
import type { Club, Issue, IssueSummary, IssueTerm, Piece } from '../core/shelf/issue.ts';

/** Why something cannot be shown. Each has a sentence and a way out in the interface's `problem` namespace. */
export type BookcaseProblem =
  | 'offline' // no answer and nothing kept
  | 'not-found' // the shelf does not have it
  | 'not-verified' // it arrived, but is not what the shelf signed
  | 'unreadable' // verified, but made for a newer app
  | 'shelf-missing' // no shelf is configured
  | 'key-changed'; // the shelf signs with another key than the one this tablet pinned

export class BookcaseError extends Error {
  override readonly name = 'BookcaseError';
  readonly problem: BookcaseProblem;
  /** `not-verified` only for its age: rightly signed, and older than what this tablet has seen. */
  readonly isOlder: boolean;
  constructor(problem: BookcaseProblem, detail?: string, { isOlder = false } = {}) {
    super(detail === undefined ? problem : `${problem}: ${detail}`);
    this.problem = problem;
    this.isOlder = isOlder;
  }
}

export interface Bookcase {
  clubs(): Promise<readonly Club[]>;
  /** A club's issues that are out today, newest first. */
  issues(club: string): Promise<readonly IssueSummary[]>;
  issue(id: string): Promise<Issue>;
  piece(issue: string, piece: string): Promise<Piece>;
  /** All terms of a club's issues. An issue that cannot be read is left out and named in `missing`. */
  terms(club: string): Promise<{ readonly terms: readonly IssueTerm[]; readonly missing: readonly string[] }>;
  /** An address on this origin (or the one shelf origin) that a `src` may point to. */
  urlOf(blob: BlobRef): string;
  /** Asks the shelf for a newer catalogue; resolves to whether anything changed. */
  refresh(): Promise<boolean>;
}
