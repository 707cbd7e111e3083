/** One line of the hub's journal of releases. */
import * as v from 'valibot';
import { InstantSchema, IssueIdSchema } from './release-view.ts';

export const JournalEntrySchema = v.strictObject({
  /** 1, 2, 3 … without a gap. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Of the line before this one, so that a line taken out or changed later shows. Empty in the first. */
  previous: v.string(),
  at: InstantSchema,
  what: v.picklist([
    'planned',
    'cancelled',
    /** Cancelled because the month was taken off the queue. */
    'taken-off',
    'refused',
    'released',
    'withdrawn',
    'link-made',
    'link-revoked',
  ]),
  /** The plan or the link. */
  id: v.string(),
  issue: IssueIdSchema,
  club: IssueIdSchema,
  title: v.string(),
  /** By role; of what the hub did at its time, whoever planned it. */
  by: v.string(),
  /** When it is to be released (`planned`), or how long a link holds. */
  due: v.exactOptional(InstantSchema),
  /** Of the catalogue (`released`, `withdrawn`). */
  sequence: v.exactOptional(v.number()),
  /** SHA-256 of the month's manifest (`released`). */
  sha256: v.exactOptional(v.string()),
  reason: v.exactOptional(v.string()),
});
export type JournalEntry = v.InferOutput<typeof JournalEntrySchema>;

export const JournalSchema = v.strictObject({
  /** Newest first. */
  entries: v.array(JournalEntrySchema),
  /** Lines that cannot be read, or do not follow the one before: somebody has been at the file, or the disk has. */
  damaged: v.number(),
});
export type JournalView = v.InferOutput<typeof JournalSchema>;
