/** 看不懂, from tablets that nobody signs in at, and for facilitators to see. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { allow, type ApiEnv } from '../people/access.ts';
import { clientAddress } from '../people/client-address.ts';
import { ApiError } from '../server/api-error.ts';
import { readBody } from '../server/read-body.ts';
import { sendLimit, type SendLimit } from './send-limit.ts';
import type { Unclear } from './unclear.ts';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/u));
const MarksSchema = v.strictObject({
  issue: id,
  marks: v.pipe(v.array(v.strictObject({ piece: id, sentence: id })), v.minLength(1), v.maxLength(50)),
});

interface UnclearServices {
  readonly unclear: Unclear;
  readonly hasProxy: boolean;
  readonly limit?: SendLimit;
}

export function unclearRoutes({ unclear, hasProxy, limit = sendLimit() }: UnclearServices): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  // Open to every tablet. It answers the same whether a sentence is known or not: nothing can be learnt here.
  routes.post('/unclear', async (context) => {
    const seconds = limit.wait(clientAddress(context, hasProxy));
    if (seconds > 0) throw new ApiError(429, 'too-many-tries', { seconds });
    const { issue, marks } = await readBody(context, MarksSchema, 16 * 1024);
    await unclear.add(issue, marks);
    return context.body(null, 204);
  });
  routes.get(
    '/unclear/:club',
    allow({ role: 'editor', club: ({ req }) => req.param('club') ?? '' }),
    async (context) => context.json({ issues: await unclear.ofClub(context.req.param('club')) }),
  );
  return routes;
}
