/** 记住了 and 再看看, kept on this tablet. A term belongs to its issue: the same id in two issues is two cards. */
import type { TermId } from '../core/reading/model.ts';
import { withRecords } from './database.ts';
import type { WordMark, WordRecord } from './schema.ts';

export type { WordMark, WordRecord };

/** `null` takes the mark away. */
export function markWord(issue: string, term: TermId, mark: WordMark | null): Promise<void> {
  return withRecords((records) =>
    mark === null
      ? records.remove('words', [issue, term])
      : records.put('words', { issue, term, mark, updatedMs: Date.now() }),
  );
}

export function wordMarks(): Promise<readonly WordRecord[]> {
  return withRecords((records) => records.all('words'));
}

export async function marksOfIssue(issue: string): Promise<ReadonlyMap<TermId, WordMark>> {
  const marks = await wordMarks();
  return new Map(marks.filter((word) => word.issue === issue).map((word) => [word.term, word.mark]));
}
