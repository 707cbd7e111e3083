/** Finding words in the months this tablet has: from the library's index, all at once and without a network. */
import type { IssueSummary } from '../../core/shelf/issue.ts';
import type { Bookcase } from '../../library/bookcase.ts';
import type { Library, SearchHit } from '../../library/library.ts';
import { SENTENCES_SHOWN, type FoundPiece, type FoundSentence } from './full-text.ts';

/** More than anyone looks through; the index answers as quickly. */
const HITS = 200;

/** Pieces with finds, best first; those not out yet (`today`) are left out. Rejects when the index cannot be asked. */
export async function searchStored(
  library: Pick<Library, 'search'>,
  bookcase: Pick<Bookcase, 'issue'>,
  issues: readonly IssueSummary[],
  query: string,
  today: string,
): Promise<readonly FoundPiece[]> {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of await library.search(query, HITS)) {
    if (hit.piece === null) continue;
    const key = `${hit.issue}/${hit.piece}`;
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  const found = await Promise.all([...groups.values()].map(toFound));
  return found.filter((piece) => piece !== null);

  async function toFound(hits: readonly SearchHit[]): Promise<FoundPiece | null> {
    const [first] = hits;
    const issue = issues.find(({ id }) => id === first?.issue);
    if (!first || !issue) return null;
    const { pieces } = await bookcase.issue(issue.id);
    const piece = pieces.find(({ id }) => id === first.piece);
    if (!piece || (piece.showFrom !== undefined && piece.showFrom > today)) return null;
    const sentences = sentencesOf(hits);
    const inTitle = hits.some(({ kind }) => kind === 'title');
    return {
      issue,
      piece,
      inTitle,
      sentences: sentences.slice(0, SENTENCES_SHOWN),
      sentenceCount: sentences.length,
    };
  }
}

/** A term leads to the sentence it stands in; each sentence once, in its own words where those were found. */
function sentencesOf(hits: readonly SearchHit[]): readonly FoundSentence[] {
  const sentences = new Map<string, FoundSentence>();
  const sentencesFirst = [...hits.filter(({ kind }) => kind === 'sentence'), ...hits];
  for (const { kind, sentence, text, match } of sentencesFirst) {
    if (kind === 'title' || sentence === null || sentences.has(sentence)) continue;
    const [start, end] = match;
    sentences.set(sentence, {
      sentence,
      before: text.slice(0, start),
      match: text.slice(start, end),
      after: text.slice(end),
    });
  }
  return [...sentences.values()];
}
