/**
 * A draft as it was approved: kept when a publisher plans its release, and what goes out. Whoever edits the month later changes
 * the draft and not this, so nobody but a publisher decides what members get.
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { DraftIssueSchema, DraftPieceSchema } from '../../authoring/draft/model.ts';
import { HubError } from '../hub-error.ts';
import { durableWrite } from '../store/durable-write.ts';

const ApprovedDraftSchema = v.strictObject({
  version: v.literal(1),
  issue: DraftIssueSchema,
  /** Those on the month's list, in order. */
  pieces: v.array(DraftPieceSchema),
});
export type ApprovedDraft = v.InferOutput<typeof ApprovedDraftSchema>;

export interface ApprovedDrafts {
  keep(plan: string, draft: ApprovedDraft): Promise<void>;
  /** @throws HubError `release-unreadable` */
  read(plan: string): Promise<ApprovedDraft>;
  forget(plan: string): Promise<void>;
  /** Removes what belongs to none of these plans: left by a kill. */
  keepOnly(plans: ReadonlySet<string>): Promise<void>;
}

/**
 * @param folder Absolute: `<data>/releases/approved`.
 * @param temporary A folder on the same file system.
 */
export function approvedDrafts(folder: string, temporary: string): ApprovedDrafts {
  const fileOf = (plan: string): string => path.join(folder, `${plan}.json`);
  const forget = (plan: string): Promise<void> => rm(fileOf(plan), { force: true });
  return {
    keep: (plan, draft) =>
      durableWrite(fileOf(plan), temporary, (file) => file.writeFile(JSON.stringify(draft))),
    async read(plan) {
      const text = await readFile(fileOf(plan), 'utf8').catch(() => '');
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ApprovedDraftSchema), text);
      if (!parsed.success) throw new HubError('release-unreadable', { file: fileOf(plan) });
      return parsed.output;
    },
    forget,
    async keepOnly(plans) {
      const names = await readdir(folder).catch(() => []);
      const kept = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
      for (const plan of kept) if (!plans.has(plan)) await forget(plan);
    },
  };
}
