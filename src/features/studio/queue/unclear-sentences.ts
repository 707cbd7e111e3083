/** What members marked 看不懂 in a published month, with the words of each sentence, the most often marked first. */
import * as v from 'valibot';
import { sentencesOf, textOf } from '../../../core/reading/model.ts';
import type { Bookcase } from '../../../library/bookcase.ts';
import { askHub } from '../shared/hub/hub-client.ts';

const CountsSchema = v.object({
  issues: v.record(v.string(), v.record(v.string(), v.record(v.string(), v.number()))),
});
type Counts = v.InferOutput<typeof CountsSchema>['issues'];

export interface UnclearSentence {
  readonly piece: string;
  readonly pieceTitle: string;
  readonly text: string;
  readonly count: number;
}

const asked = new Map<string, { readonly atMs: number; readonly counts: Promise<Counts> }>();
const FRESH_MS = 60_000;

/** Of all months of a club; asked once a minute at most. @throws HubProblem */
export function unclearOfClub(club: string): Promise<Counts> {
  const known = asked.get(club);
  if (known && Date.now() - known.atMs < FRESH_MS) return known.counts;
  const counts = askHub('GET', `/unclear/${club}`, CountsSchema).then(({ issues }) => issues);
  asked.set(club, { atMs: Date.now(), counts });
  counts.catch(() => asked.delete(club));
  return counts;
}

export const howMany = (ofIssue: Counts[string] | undefined): number =>
  Object.values(ofIssue ?? {}).reduce((sum, sentences) => sum + Object.keys(sentences).length, 0);

export async function unclearSentences(bookcase: Bookcase, issue: string, ofIssue: Counts[string]) {
  const found = await Promise.all(
    Object.entries(ofIssue).map(async ([piece, counts]): Promise<readonly UnclearSentence[]> => {
      const { reading } = await bookcase.piece(issue, piece);
      return sentencesOf(reading)
        .filter(({ id }) => Object.hasOwn(counts, id))
        .map((sentence) => ({
          piece,
          pieceTitle: reading.title,
          text: textOf(sentence),
          count: counts[sentence.id] ?? 0,
        }));
    }),
  );
  return found.flat().sort((a, b) => b.count - a.count);
}
