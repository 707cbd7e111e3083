/** Finding words in titles and sentences. Texts come in piece by piece, so finds are shown as they are made. */
import { sentencesOf, textOf } from '../../core/reading/model.ts';
import type { SentenceId } from '../../core/reading/model.ts';
import type { IssueSummary, Piece, PieceSummary } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';

/** A sentence cut where the words were found. */
export interface FoundSentence {
  readonly sentence: SentenceId;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface FoundPiece {
  readonly issue: IssueSummary;
  readonly piece: PieceSummary;
  readonly inTitle: boolean;
  /** The first few. */
  readonly sentences: readonly FoundSentence[];
  /** All of them, counted. */
  readonly sentenceCount: number;
}

export const SENTENCES_SHOWN = 3;

/** Full width and half width, capitals and small letters are the same; spaces at the ends mean nothing. */
export function normalise(query: string): string {
  return query.normalize('NFKC').toLowerCase().trim();
}

/** Where `query` (normalised) begins and ends in `text`, in the text's own characters; null when it is not there. */
export function findIn(text: string, query: string): { readonly start: number; readonly end: number } | null {
  // Normalising may change lengths (㎡ → m2), so each character is normalised alone and remembers where it came from.
  let normal = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = character.normalize('NFKC').toLowerCase();
    for (let index = 0; index < folded.length; index += 1) origin.push(at);
    normal += folded;
    at += character.length;
  }
  const found = query === '' ? -1 : normal.indexOf(query);
  const start = origin[found];
  if (start === undefined) return null;
  return { start, end: origin.slice(found + query.length).find((place) => place > start) ?? text.length };
}

export function findInPiece(issue: IssueSummary, piece: Piece, query: string): FoundPiece | null {
  const sentences = sentencesOf(piece.reading).flatMap((sentence): FoundSentence[] => {
    const text = textOf(sentence);
    const found = findIn(text, query);
    if (found === null) return [];
    const { start, end } = found;
    return [
      {
        sentence: sentence.id,
        before: text.slice(0, start),
        match: text.slice(start, end),
        after: text.slice(end),
      },
    ];
  });
  const inTitle = findIn(piece.title, query) !== null;
  if (!inTitle && sentences.length === 0) return null;
  return {
    issue,
    piece,
    inTitle,
    sentences: sentences.slice(0, SENTENCES_SHOWN),
    sentenceCount: sentences.length,
  };
}

export type SearchStep =
  | { readonly found: FoundPiece }
  /** A text that cannot be had now (offline, not verified): it was not searched. */
  | { readonly missing: { readonly issue: IssueSummary; readonly piece: string | null } };

/** Newest issue first. Ends early when `signal` is aborted; pieces not out yet (`today`) are left alone. */
export async function* searchIssues(
  bookcase: Pick<Bookcase, 'issue' | 'piece'>,
  issues: readonly IssueSummary[],
  query: string,
  options: { readonly today: string; readonly signal: AbortSignal },
): AsyncGenerator<SearchStep> {
  for (const summary of issues) {
    const issue = await bookcase.issue(summary.id).catch(() => null);
    if (options.signal.aborted) return;
    if (issue === null) {
      yield { missing: { issue: summary, piece: null } };
      continue;
    }
    for (const { id, showFrom } of issue.pieces) {
      if (showFrom !== undefined && showFrom > options.today) continue;
      const piece = await bookcase.piece(issue.id, id).catch(() => null);
      if (options.signal.aborted) return;
      if (piece === null) {
        yield { missing: { issue: summary, piece: id } };
        continue;
      }
      const found = findInPiece(summary, piece, query);
      if (found !== null) yield { found };
    }
  }
}
