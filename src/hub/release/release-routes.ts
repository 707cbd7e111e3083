/** `/api/releases…` and `/api/journal`. */
import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { JournalView } from '../../core/release/journal-entry.ts';
import { InstantSchema, type ReleaseView } from '../../core/release/release-view.ts';
import { clubOfIssue } from '../drafts/draft-store.ts';
import { allow, type ApiEnv } from '../people/access.ts';
import { ApiError } from '../server/api-error.ts';
import { readBody } from '../server/read-body.ts';
import type { ReleaseDesk } from './release-desk.ts';

const OrderSchema = v.strictObject({
  at: v.union([v.literal('now'), InstantSchema]),
  draft: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
});
const WithdrawalSchema = v.strictObject({
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
});
const mostEntries = 500;

/** Of the month in the address. @throws ApiError 404 for what is no month. */
export const clubOfRoute = ({ req }: Context<ApiEnv>): string => {
  const found = clubOfIssue(req.param('issue') ?? '');
  if (found === null) throw new ApiError(404, 'no-such-address');
  return found;
};
const isOf = (context: Context<ApiEnv>) => (one: { readonly club: string }) =>
  context.get('caller').clubs.includes(one.club);

export function releaseRoutes({ releases }: { readonly releases: ReleaseDesk }): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  const answer = (context: Context<ApiEnv>, view: ReleaseView, status: 200 | 202 = 202): Response =>
    context.json({ now: now(), releases: [view] }, status);
  const now = (): string => new Date(releases.nowMs()).toISOString();

  routes.get('/releases', allow({ role: 'editor' }), async (context) =>
    context.json({ now: now(), releases: (await releases.list()).filter(isOf(context)) }),
  );

  routes.put('/releases/:issue/plan', allow({ role: 'publisher', club: clubOfRoute }), async (context) => {
    const { at, draft } = await readBody(context, OrderSchema);
    const order = { at: at === 'now' ? null : Date.parse(at), draft };
    return answer(context, await releases.plan(context.req.param('issue'), order, nameOf(context)));
  });

  routes.delete('/releases/:issue/plan', allow({ role: 'publisher', club: clubOfRoute }), async (context) =>
    answer(context, await releases.cancel(context.req.param('issue'), nameOf(context)), 200),
  );

  routes.post(
    '/releases/:issue/withdrawal',
    allow({ role: 'publisher', club: clubOfRoute }),
    async (context) => {
      const { reason } = await readBody(context, WithdrawalSchema);
      return answer(context, await releases.withdraw(context.req.param('issue'), reason, nameOf(context)));
    },
  );

  routes.get('/journal', allow({ role: 'editor' }), async (context) => {
    const { entries, damaged } = await releases.journal.read();
    const own = entries.filter(isOf(context)).slice(0, mostEntries);
    return context.json({ entries: own, damaged } satisfies JournalView);
  });

  return routes;
}

const nameOf = (context: Context<ApiEnv>): string => context.get('caller').name;
