/** `/api/previews…`: making and taking back links; `/api/preview/…`: what a link opens, to be read and nothing else. */
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { namedFiles } from '../../authoring/draft/draft-to-check.ts';
import { previewDays, type PreviewLink } from '../../core/release/preview-link.ts';
import type { Club } from '../../core/shelf/issue.ts';
import type { AttachmentFolder } from '../drafts/attachment-folder.ts';
import type { HubDraft, HubDrafts } from '../drafts/draft-store.ts';
import { allow, type ApiEnv } from '../people/access.ts';
import { ApiError } from '../server/api-error.ts';
import { brotliCache } from '../server/brotli.ts';
import { fileResponse } from '../server/file-response.ts';
import { readBody } from '../server/read-body.ts';
import { drawingPolicy } from '../server/security.ts';
import type { Journal } from './journal.ts';
import type { PreviewLinks } from './preview-links.ts';
import { clubOfRoute } from './release-routes.ts';

export interface PreviewServices {
  readonly links: PreviewLinks;
  readonly drafts: Pick<HubDrafts, 'read'>;
  readonly attachments: Pick<AttachmentFolder, 'find'>;
  readonly clubs: readonly Club[];
  readonly journal: Journal;
}

const OrderSchema = v.strictObject({ days: v.picklist(previewDays) });

export function previewRoutes(services: PreviewServices): Hono<ApiEnv> {
  const { links, drafts, journal } = services;
  const routes = new Hono<ApiEnv>();
  const ofIssue = allow({ role: 'editor', club: clubOfRoute });

  routes.get('/previews/:issue', ofIssue, async (context) =>
    context.json({ links: await links.of(context.req.param('issue')) }),
  );

  routes.post('/previews/:issue', ofIssue, async (context) => {
    const { days } = await readBody(context, OrderSchema);
    const issue = context.req.param('issue');
    const draft = await drafts.read(issue);
    if (draft === null || draft.isRemoved) throw new ApiError(404, 'draft-missing');
    const { name: by } = context.get('caller');
    const made = await links.make({ issue, club: draft.issue.club, by }, days);
    await note(made.link, 'link-made', by, draft.issue.title);
    return context.json(made, 201);
  });

  routes.delete('/previews/:issue/:link', ofIssue, async (context) => {
    const revoked = await links.revoke(context.req.param('issue'), context.req.param('link'));
    if (revoked === null) throw new ApiError(404, 'preview-gone');
    const draft = await drafts.read(revoked.issue);
    await note(revoked, 'link-revoked', context.get('caller').name, draft?.issue.title ?? '');
    return context.body(null, 204);
  });

  /** Open to whoever has the link; the token is the key. */
  routes.get('/preview/:token', async (context) => {
    const { link, draft } = await opened(context, services);
    const club = services.clubs.find(({ id }) => id === draft.issue.club);
    if (club === undefined) throw new ApiError(404, 'preview-gone');
    return context.json({ until: link.until, club, issue: draft.issue, pieces: listedPieces(draft) });
  });

  routes.get('/preview/:token/files/:file', async (context) => {
    const { draft } = await opened(context, services);
    // What the month would publish, and nothing else of it: no originals, no recordings.
    const named = namedFiles(draft.issue, listedPieces(draft)).find(
      ({ file }) => file.id === context.req.param('file'),
    );
    const stored = named && (await services.attachments.find(draft.issue.club, named.file.id));
    if (!stored) throw new ApiError(404, 'file-missing');
    const { path, sha256: tag, type } = stored;
    const served = { path, tag, type, cacheControl: 'no-store', brotliQuality: 0 };
    const response = await fileResponse(context.req.raw, served, noBrotli);
    if (response === null) throw new ApiError(404, 'file-missing');
    response.headers.set('content-security-policy', drawingPolicy);
    response.headers.set('x-robots-tag', 'noindex, nofollow');
    return response;
  });

  return routes;

  async function note(
    { id, issue, club, until }: PreviewLink,
    what: 'link-made' | 'link-revoked',
    by: string,
    title: string,
  ): Promise<void> {
    const at = new Date().toISOString();
    await journal.append({ what, id, issue, club, title, by, at, due: until });
  }
}

const noBrotli = brotliCache();

async function opened(
  context: Context<ApiEnv>,
  { links, drafts }: PreviewServices,
): Promise<{ readonly link: PreviewLink; readonly draft: HubDraft }> {
  context.header('x-robots-tag', 'noindex, nofollow');
  const link = await links.open(context.req.param('token') ?? '');
  const draft = link && (await drafts.read(link.issue));
  if (!link || !draft || draft.isRemoved) throw new ApiError(404, 'preview-gone');
  return { link, draft };
}

const listedPieces = ({ issue, pieces }: HubDraft) =>
  issue.pieces.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);
