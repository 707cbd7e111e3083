/** A month in one text, as this machine remembers what the hub has. */
import * as v from 'valibot';
import type { DraftMonth } from '../../../../authoring/draft/merge-drafts.ts';
import { DraftIssueSchema, DraftPieceSchema, type DraftPiece } from '../../../../authoring/draft/model.ts';

const MonthSchema = v.strictObject({
  issue: DraftIssueSchema,
  pieces: v.record(v.string(), DraftPieceSchema),
  isRemoved: v.boolean(),
});

export const parseMonth = (document: string): DraftMonth => v.parse(MonthSchema, JSON.parse(document));

export const byPieceId = (pieces: Iterable<DraftPiece>): Readonly<Record<string, DraftPiece>> =>
  Object.fromEntries([...pieces].map((piece) => [piece.id, piece]));
