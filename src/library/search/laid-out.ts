/** Which months can be searched: a spoilt record is as good as none, stops no other month, and is made again. */
import * as v from 'valibot';
import { SentenceIdSchema, TermIdSchema } from '../../core/reading/model.ts';
import type { InstalledRecord, SearchRecord } from '../../storage/schema.ts';
import { createSearcher, type Searcher } from './searcher.ts';

const EntrySchema = v.object({
  kind: v.picklist(['sentence', 'term', 'title']),
  piece: v.nullable(v.string()),
  pieceTitle: v.nullable(v.string()),
  sentence: v.nullable(SentenceIdSchema),
  term: v.nullable(TermIdSchema),
  text: v.string(),
  also: v.optional(v.string()),
});
const RecordSchema = v.object({
  issue: v.string(),
  manifest: v.string(),
  version: v.number(),
  entries: v.array(EntrySchema),
});

export const isSoundSearch = (record: unknown): boolean => v.is(RecordSchema, record);

export interface Loaded {
  readonly searcher: Searcher;
  /** A month is here whose text is still being laid out: the next question reads again. */
  readonly isBehind: boolean;
}

export function laidOut(records: readonly SearchRecord[], installed: readonly InstalledRecord[]): Loaded {
  const sound = new Map(records.filter(isSoundSearch).map((record) => [record.issue, record]));
  const searcher = createSearcher(
    installed.flatMap(({ issue, summary }) => {
      const record = sound.get(issue);
      return record ? [{ record, summary }] : [];
    }),
  );
  const isBehind = installed.some(({ issue, manifest }) => sound.get(issue)?.manifest !== manifest.sha256);
  return { searcher, isBehind };
}
