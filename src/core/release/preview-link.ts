/** A link to a draft for somebody who has no account on the hub: to look at, for some days, until it is taken back. */
import * as v from 'valibot';
import { InstantSchema, IssueIdSchema } from './release-view.ts';

export const PreviewLinkSchema = v.strictObject({
  id: v.string(),
  issue: IssueIdSchema,
  club: IssueIdSchema,
  /** By role. */
  by: v.string(),
  madeAt: InstantSchema,
  /** From then on it opens nothing. */
  until: InstantSchema,
});
export type PreviewLink = v.InferOutput<typeof PreviewLinkSchema>;

export const PreviewLinksSchema = v.strictObject({ links: v.array(PreviewLinkSchema) });
/** The token is told once, to whoever made the link. */
export const NewPreviewLinkSchema = v.strictObject({ link: PreviewLinkSchema, token: v.string() });

export const previewDays = [1, 7, 30] as const;
