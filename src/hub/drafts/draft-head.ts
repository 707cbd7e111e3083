/**
 * What a month is made of right now: one small file naming one document each for the issue and every piece it has or had. Documents are
 * named by their content and never change, so switching this file switches the whole month at once.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson } from '../../authoring/draft/canonical-json.ts';

const TagSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

export const DraftHeadSchema = v.strictObject({
  version: v.literal(1),
  issue: TagSchema,
  /** By the piece's id; one that was taken off the month's list stays here, to be put back. */
  pieces: v.record(v.string(), TagSchema),
  /** In the bin: off everybody's queue, still to be had back. RFC 3339. */
  removedAt: v.exactOptional(v.string()),
  updatedAt: v.string(),
  /** The role who wrote this state last: 「手语老师」. */
  by: v.string(),
});
export type DraftHead = v.InferOutput<typeof DraftHeadSchema>;

export const tagOf = (document: unknown): string =>
  createHash('sha256').update(canonicalJson(document)).digest('hex');

/** Strong, of the content alone: who wrote it and when does not make it another month. Without quotes. */
export const etagOf = ({ issue, pieces, removedAt }: DraftHead): string =>
  tagOf({ issue, pieces, isRemoved: removedAt !== undefined });
