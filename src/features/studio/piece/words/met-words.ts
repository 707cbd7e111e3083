/** What a club has read before: a word met in several earlier pieces is no longer a hard one. */
import { sentencesOfBlock, type Block } from '../../../../core/reading/model.ts';

/** The part of a bookcase that is needed. */
export interface EarlierIssues {
  issues(club: string): Promise<readonly { readonly id: string; readonly month: string }[]>;
  issue(id: string): Promise<{ readonly pieces: readonly { readonly id: string }[] }>;
  piece(issue: string, piece: string): Promise<{ readonly reading: { readonly blocks: readonly Block[] } }>;
}

/** As far back as members can be thought to remember. */
const MONTHS = 3;

/** In how many pieces of the club's last months before `month` each word stands. What cannot be read now is left out. */
export async function loadMetWords(
  bookcase: EarlierIssues,
  club: string,
  month: string,
): Promise<ReadonlyMap<string, number>> {
  const earlier = (await bookcase.issues(club)).filter((issue) => issue.month < month).slice(0, MONTHS);
  const met = new Map<string, number>();
  for (const { id } of earlier) {
    for (const words of await wordsOfIssue(bookcase, id)) {
      for (const word of words) met.set(word, (met.get(word) ?? 0) + 1);
    }
  }
  return met;
}

async function wordsOfIssue(bookcase: EarlierIssues, id: string): Promise<readonly ReadonlySet<string>[]> {
  try {
    const { pieces } = await bookcase.issue(id);
    const read = await Promise.all(pieces.map((piece) => bookcase.piece(id, piece.id)));
    return read.map(
      ({ reading }) =>
        new Set(
          reading.blocks.flatMap(sentencesOfBlock).flatMap(({ words }) => words.map(({ text }) => text)),
        ),
    );
  } catch (error) {
    // Offline and not on this machine: only a suggestion hangs on it.
    console.warn(error);
    return [];
  }
}
