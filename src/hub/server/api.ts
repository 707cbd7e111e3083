/** Everything under `/api/`: JSON in and out, refusals as `{code, values}`, nothing kept by any cache. */
import { Hono } from 'hono';
import type { ApiEnv, Caller } from '../people/access.ts';
import { refuseCrossSite } from '../people/cross-site.ts';
import { ApiError } from './api-error.ts';

/** What the routes work with; each module of the hub adds its own. */
export interface ApiServices {
  /** Where people open the studio: scheme, host and port. */
  readonly origin: string;
  /** Who is asking, by the cookie; null for nobody, an expired or a revoked sign-in. */
  findCaller(request: Request): Promise<Caller | null>;
}

/** Every route of the API. */
export function apiRoutes(services: ApiServices): Hono<ApiEnv> {
  const api = apiDoor(services);
  // One line for each module: api.route('/', xRoutes(services));
  api.all('*', () => {
    throw new ApiError(404, 'no-such-address');
  });
  return api;
}

/** What stands before all of them: nobody's cache, the cross-site guard, the question who asks, refusals as JSON. */
export function apiDoor({ origin, findCaller }: ApiServices): Hono<ApiEnv> {
  const door = new Hono<ApiEnv>();
  door.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  door.use(refuseCrossSite(origin));
  door.use(async (context, next) => {
    context.set('found', await findCaller(context.req.raw));
    await next();
  });
  door.onError((error, context) => {
    context.header('cache-control', 'no-store');
    if (error instanceof ApiError) return context.json(error.toJSON(), error.status);
    console.error(error);
    return context.json({ code: 'failed' }, 500);
  });
  return door;
}
