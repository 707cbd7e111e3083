/** Schemas of what `issue.ts` describes, as it stands in catalogue and manifest. */
import * as v from 'valibot';
import { PieceKindSchema } from '../reading/model.ts';
import { ClubIdSchema, text } from './club.ts';
import type { PieceSummary, Session } from './issue.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const date = v.pipe(v.string(), v.isoDate());
const time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/u));

export const IssueIdSchema = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-[a-z0-9][a-z0-9-]{0,39}$/u));
export const MonthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/u));
/** RFC 3339 in UTC, as `Date.prototype.toISOString` writes it. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());

/** The extension member of a publication's metadata: what our own pages need and Readium has no name for. */
export const issueFacts = {
  id: IssueIdSchema,
  club: ClubIdSchema,
  month: MonthSchema,
  pieceCount: v.pipe(count, v.minValue(1)),
  hasSign: v.boolean(),
  hasCaptions: v.boolean(),
  /** Bytes. */
  sizeBytes: count,
};

export const SessionSchema = v.strictObject({
  date,
  start: time,
  end: time,
  timeZone: text,
  place: text,
  address: v.exactOptional(text),
  interpreter: v.exactOptional(text),
  helpers: v.exactOptional(text),
  notes: v.exactOptional(text),
}) satisfies v.GenericSchema<unknown, Session>;

/** A piece's summary without its title, which stands in the link itself. */
export const pieceFacts = {
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u)),
  kind: PieceKindSchema,
  summary: v.exactOptional(text),
  sentenceCount: count,
  characterCount: count,
  duration: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
  pictureCount: v.exactOptional(count),
  hasSign: v.boolean(),
  placeholderSign: v.boolean(),
  hasAudio: v.boolean(),
  hasCaptions: v.boolean(),
  hasPinyin: v.boolean(),
  hasPlain: v.boolean(),
  showFrom: v.exactOptional(date),
};
export const PieceFactsSchema = v.strictObject(pieceFacts) satisfies v.GenericSchema<
  unknown,
  Omit<PieceSummary, 'title'>
>;
