/** The studio's drafts, files and club words over HTTP. Whoever may edit for a club may read and write what is being made for it. */
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { DraftIssueSchema, DraftPieceSchema } from '../../authoring/draft/model.ts';
import { allow, type ApiEnv } from '../people/access.ts';
import { tellTrouble } from '../trouble.ts';
import { ApiError } from '../server/api-error.ts';
import { brotliCache } from '../server/brotli.ts';
import { fileResponse } from '../server/file-response.ts';
import { readBody } from '../server/read-body.ts';
import type { StoredAttachment } from './attachment-folder.ts';
import { ClubWordsSchema } from './club-words-store.ts';
import { HubDraftError, type DraftFault } from './draft-error.ts';
import type { DraftServices } from './draft-services.ts';
import { clubOfIssue, type HubDraftChange } from './draft-store.ts';

/** A month of long texts with pinyin is about 2 MiB. */
const CAP_BYTES = 24 * 1024 * 1024;

const ChangeSchema = v.strictObject({
  issue: v.exactOptional(DraftIssueSchema),
  pieces: v.exactOptional(v.pipe(v.array(DraftPieceSchema), v.maxLength(200))),
  isRemoved: v.exactOptional(v.boolean()),
});

const STATUS: Readonly<Record<DraftFault, 404 | 412 | 422 | 503>> = {
  'draft-changed': 412,
  'draft-missing': 404,
  'draft-incomplete': 422,
  'draft-unreadable': 503,
  'no-room': 503,
};

type Here = Context<ApiEnv>;

interface DraftRouteParts extends DraftServices {
  onTakenOff(issue: string): Promise<void>;
}

export function draftRoutes({ drafts, words, uploads, onTakenOff }: DraftRouteParts): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const ofIssue = allow({ role: 'editor', club: (context) => clubOf(context) });
  const ofClub = allow({ role: 'editor', club: ({ req }) => req.param('club') ?? '' });

  routes.get('/drafts', allow({ role: 'editor' }), async (context) => {
    const { clubs } = context.get('caller');
    return context.json({ drafts: (await drafts.list()).filter(({ club }) => clubs.includes(club)) });
  });

  routes.get('/drafts/:issue', ofIssue, async (context) => {
    const draft = await told(() => drafts.read(issueOf(context)));
    if (draft === null) throw new ApiError(404, 'draft-missing');
    const { etag, ...rest } = draft;
    context.header('etag', `"${etag}"`);
    if (unquoted(context.req.header('if-none-match')) === etag) return context.body(null, 304);
    return context.json(rest);
  });

  routes.patch('/drafts/:issue', ofIssue, async (context) => {
    const ifMatch = preconditionOf(context);
    const change: HubDraftChange = await readBody(context, ChangeSchema, CAP_BYTES);
    const { name } = context.get('caller');
    const etag = await told(() => drafts.write(issueOf(context), change, ifMatch, name));
    // On the queue no more, so not to be published either; where this fails, the scheduler does it before anything that is due.
    if (change.isRemoved === true) await onTakenOff(issueOf(context)).catch(tellTrouble);
    context.header('etag', `"${etag}"`);
    return context.json({ etag });
  });

  routes.get('/drafts/:issue/files', ofIssue, async (context) =>
    context.json({ files: listed(await told(() => drafts.filesOf(issueOf(context)))) }),
  );

  routes.get('/drafts/:issue/files/:file', ofIssue, async (context) =>
    sendFile(context, await told(() => drafts.openAttachment(issueOf(context), context.req.param('file')))),
  );

  routes.get('/club-words/:club', ofClub, async (context) => {
    const { words: document, etag } = await told(() => words.read(context.req.param('club')));
    context.header('etag', `"${etag}"`);
    if (unquoted(context.req.header('if-none-match')) === etag) return context.body(null, 304);
    return context.json(document);
  });

  routes.put('/club-words/:club', ofClub, async (context) => {
    const ifMatch = preconditionOf(context);
    if (ifMatch === null) throw new ApiError(400, 'bad-request');
    const document = await readBody(context, ClubWordsSchema, CAP_BYTES);
    const etag = await told(() => words.write(context.req.param('club'), document, ifMatch));
    context.header('etag', `"${etag}"`);
    return context.json({ etag });
  });

  routes.get('/club-words/:club/files', ofClub, async (context) =>
    context.json({ files: listed(await told(() => words.filesOf(context.req.param('club')))) }),
  );

  routes.get('/club-words/:club/files/:file', ofClub, async (context) => {
    const files = await told(() => words.filesOf(context.req.param('club')));
    return sendFile(context, files.get(context.req.param('file')) ?? null);
  });

  routes.post('/uploads/:club', ofClub, (context) =>
    uploads.answer(context.req.raw, context.req.param('club'), null),
  );
  const one = (context: Context<ApiEnv, '/uploads/:club/:upload'>): Promise<Response> =>
    uploads.answer(context.req.raw, context.req.param('club'), context.req.param('upload'));
  // A HEAD finds the route of its GET; there is nothing to get.
  routes.get('/uploads/:club/:upload', ofClub, (context) => {
    if (context.req.raw.method !== 'HEAD') throw new ApiError(404, 'no-such-address');
    return one(context);
  });
  routes.patch('/uploads/:club/:upload', ofClub, one);
  routes.delete('/uploads/:club/:upload', ofClub, one);
  return routes;
}

const issueOf = ({ req }: Here): string => req.param('issue') ?? '';

function clubOf(context: Here): string {
  const club = clubOfIssue(issueOf(context));
  if (club === null) throw new ApiError(404, 'draft-missing');
  return club;
}

const unquoted = (tag: string | undefined): string | undefined =>
  /^"(?<tag>[0-9a-f]{64})"$/u.exec(tag ?? '')?.[1];

/** Nothing is written without saying what it is written on: `If-Match: "…"`, or `If-None-Match: *` for what is new. */
function preconditionOf({ req }: Here): string | null {
  if (req.header('if-none-match') === '*') return null;
  const etag = unquoted(req.header('if-match'));
  if (etag === undefined) throw new ApiError(400, 'bad-request');
  return etag;
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HubDraftError) throw new ApiError(STATUS[error.fault], error.fault);
    throw error;
  }
}

const listed = (files: ReadonlyMap<string, StoredAttachment>) =>
  Object.fromEntries([...files].map(([id, { sha256, bytes }]) => [id, { sha256, bytes }]));

const noBrotli = brotliCache();

/** Bytes to be saved by the studio, never shown by the browser: a drawing opened as a page could do something. */
async function sendFile(context: Here, file: StoredAttachment | null): Promise<Response> {
  if (file === null) throw new ApiError(404, 'file-missing');
  const served = {
    path: file.path,
    tag: file.sha256,
    cacheControl: 'no-store',
    type: 'application/octet-stream',
    brotliQuality: 0,
  };
  const response = await fileResponse(context.req.raw, served, noBrotli);
  if (response === null) throw new ApiError(404, 'file-missing');
  response.headers.set('content-disposition', 'attachment');
  response.headers.set('content-security-policy', "default-src 'none'; sandbox");
  return response;
}
