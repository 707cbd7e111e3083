/** What the hub would write into packs, to the byte, before it writes them. */
import * as v from 'valibot';
import { IssueIdSchema } from './release-view.ts';

export const PackPlanSchema = v.strictObject({
  /** Of the catalogue; a release in between makes another pack. */
  sequence: v.number(),
  issues: v.array(v.strictObject({ id: IssueIdSchema, club: IssueIdSchema, title: v.string() })),
  /** Each is a pack of its own, at most 3.5 GiB. */
  volumes: v.array(v.strictObject({ name: v.string(), bytes: v.number() })),
});
export type PackPlan = v.InferOutput<typeof PackPlanSchema>;
