/** What the hub says of a month's release and the studio shows: what is planned, what is going on, what was done last. */
import * as v from 'valibot';
import { FIELDS } from '../checks/place.ts';
import { SentenceIdSchema, TermIdSchema } from '../reading/model.ts';

/** RFC 3339 in UTC, as `Date.prototype.toISOString` writes it. */
export const InstantSchema = v.pipe(v.string(), v.isoTimestamp());
export const IssueIdSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/u));

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.exactOptional(v.number());
const text = v.exactOptional(v.string());

const PlaceSchema = v.strictObject({
  file: v.string(),
  line,
  piece: text,
  field: v.exactOptional(v.picklist(FIELDS)),
  block: line,
  sentence: v.exactOptional(SentenceIdSchema),
  picture: text,
  track: text,
  captions: text,
  caption: line,
  term: v.exactOptional(TermIdSchema),
  rule: text,
});

/** A finding of the checks, as the studio has them itself: the same code, the same place, the same way to the cure. */
const ReleaseFindingSchema = v.strictObject({
  code: v.string(),
  severity: v.picklist(['error', 'warning']),
  where: PlaceSchema,
  places: v.exactOptional(v.array(PlaceSchema)),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  quotes: v.exactOptional(v.array(v.string())),
  step: v.picklist(['month', 'text', 'words', 'sign', 'captions', 'check']),
  piece: v.nullable(v.string()),
});

/** What only the hub can find, because it has looked into the files themselves. */
const ReleaseNoticeSchema = v.strictObject({ file: v.string(), zh: v.string(), en: v.string() });

const PlanStateSchema = v.variant('state', [
  /** The checks have not run over it yet; they do as soon as nothing else runs. */
  v.strictObject({ state: v.literal('unchecked') }),
  v.strictObject({ state: v.literal('waiting') }),
  /** Stays planned and is not released: the draft is to be mended and planned again. */
  v.strictObject({
    state: v.literal('refused'),
    findings: v.array(ReleaseFindingSchema),
    notices: v.array(ReleaseNoticeSchema),
  }),
  /** Nothing is wrong with the month: the disk is full, the store is away. Tried again by itself at `retryAt`. */
  v.strictObject({
    state: v.literal('failing'),
    attempts: count,
    retryAt: InstantSchema,
    /** A code of `HubError`, or `unknown`. */
    fault: v.string(),
  }),
]);
export type PlanState = v.InferOutput<typeof PlanStateSchema>;

export const ReleasePlanSchema = v.strictObject({
  id: v.string(),
  kind: v.picklist(['release', 'withdraw']),
  at: InstantSchema,
  /** By role, as they are called on the hub. */
  by: v.string(),
  madeAt: InstantSchema,
  /** The ETag of the draft as it was approved; empty for a withdrawal. */
  draft: v.string(),
  /** Why it is taken back; empty for a release. */
  reason: v.string(),
  now: PlanStateSchema,
});
export type ReleasePlan = v.InferOutput<typeof ReleasePlanSchema>;

export const LastReleaseSchema = v.strictObject({
  kind: v.picklist(['released', 'withdrawn']),
  at: InstantSchema,
  by: v.string(),
  draft: v.string(),
  reason: v.string(),
});
export type LastRelease = v.InferOutput<typeof LastReleaseSchema>;

const RunningReleaseSchema = v.strictObject({
  step: v.picklist(['checking', 'writing']),
  done: count,
  total: count,
});
export type RunningRelease = v.InferOutput<typeof RunningReleaseSchema>;

export const ReleaseViewSchema = v.strictObject({
  issue: IssueIdSchema,
  club: IssueIdSchema,
  title: v.string(),
  plan: v.nullable(ReleasePlanSchema),
  running: v.nullable(RunningReleaseSchema),
  last: v.nullable(LastReleaseSchema),
});
export type ReleaseView = v.InferOutput<typeof ReleaseViewSchema>;

export const ReleaseListSchema = v.strictObject({
  /** The hub's clock: it is the one that counts. */
  now: InstantSchema,
  releases: v.array(ReleaseViewSchema),
});
