/** What a preview link opens: the month as it is on the hub, read there and kept nowhere. */
import * as v from 'valibot';
import { DraftIssueSchema, DraftPieceSchema } from '../../../authoring/draft/model.ts';
import { ClubSchema } from '../../../core/shelf/club.ts';
import { InstantSchema } from '../../../core/release/release-view.ts';
import { createDraftBookcase, type DraftBookcase } from '../shared/draft-bookcase.ts';
import { askHub } from '../shared/hub/hub-client.ts';

const LookSchema = v.object({
  until: InstantSchema,
  club: ClubSchema,
  issue: DraftIssueSchema,
  pieces: v.array(DraftPieceSchema),
});

export interface Look {
  readonly title: string;
  readonly club: string;
  readonly until: string;
  readonly bookcase: DraftBookcase;
}

/** The address after `#`: no server is told it, so it stands in nobody's log. Empty for what is no token. */
export const tokenOf = (hash: string): string =>
  /^#(?<token>[\w-]{43})$/u.exec(hash)?.groups?.['token'] ?? '';

/** @throws HubProblem */
export async function openLook(token: string): Promise<Look> {
  const { until, club, issue, pieces } = await askHub('GET', `/preview/${token}`, LookSchema);
  const bookcase = createDraftBookcase({
    club,
    issue: () => issue,
    pieces: () => pieces,
    // Read where they lie, part by part as they play.
    open: async (id) => `/api/preview/${token}/files/${id}`,
  });
  return { title: issue.title, club: club.id, until, bookcase };
}
