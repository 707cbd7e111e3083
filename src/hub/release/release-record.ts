/** What the hub remembers of a month's release, one file a month in `<data>/releases/`. */
import * as v from 'valibot';
import {
  InstantSchema,
  IssueIdSchema,
  LastReleaseSchema,
  ReleasePlanSchema,
} from '../../core/release/release-view.ts';

/**
 * Written down before the catalogue is switched. A hub that is killed after the switch knows by it, when it starts again,
 * that the month is out: it is finished, not released a second time.
 */
const SwitchSchema = v.strictObject({
  plan: v.string(),
  /** The manifest the catalogue will name; empty for a withdrawal. */
  manifest: v.string(),
  /** The sequence before the switch. */
  after: v.number(),
});

export const ReleaseRecordSchema = v.strictObject({
  version: v.literal(1),
  issue: IssueIdSchema,
  club: IssueIdSchema,
  title: v.string(),
  plan: v.nullable(ReleasePlanSchema),
  switching: v.nullable(SwitchSchema),
  last: v.nullable(LastReleaseSchema),
  /** How the plan before ended that was not carried out. */
  ended: v.exactOptional(
    v.strictObject({
      id: v.string(),
      by: v.string(),
      at: InstantSchema,
      what: v.picklist(['cancelled', 'taken-off']),
    }),
  ),
});
export type ReleaseRecord = v.InferOutput<typeof ReleaseRecordSchema>;
export type SwitchAhead = v.InferOutput<typeof SwitchSchema>;

export interface ReleaseRecords {
  read(issue: string): Promise<ReleaseRecord | null>;
  /** Those that can be read; of the others `onDamaged` is told, and they stay as they are. */
  list(onDamaged: (error: unknown) => void): Promise<readonly ReleaseRecord[]>;
  /** Durable when it resolves. One change at a time; `change` sees what the last one left. */
  change(
    issue: string,
    change: (record: ReleaseRecord | null) => ReleaseRecord | null,
  ): Promise<ReleaseRecord | null>;
}
