/** Everything under `/api/`: JSON in and out, refusals as `{code, values}`, nothing kept by any cache. */
import { Hono } from 'hono';
import { draftRoutes } from '../drafts/draft-routes.ts';
import type { DraftServices } from '../drafts/draft-services.ts';
import { unclearRoutes } from '../drafts/unclear-routes.ts';
import type { ApiEnv, Caller } from '../people/access.ts';
import { refuseCrossSite } from '../people/cross-site.ts';
import { enrolRoutes } from '../people/enrol-routes.ts';
import { ownRoutes } from '../people/own-routes.ts';
import type { People } from '../people/people.ts';
import { peopleRoutes } from '../people/people-routes.ts';
import { signInRoutes } from '../people/sign-in-routes.ts';
import { publishRoutes, type ReleaseServices } from '../release/release-services.ts';
import { tellTrouble } from '../trouble.ts';
import { ApiError } from './api-error.ts';
import { storeRefusal } from './store-refusal.ts';

/** What the door itself needs. */
export interface DoorServices {
  /** Where people open the studio: scheme, host and port. */
  readonly origin: string;
  /** Who is asking, by the cookie; null for nobody, an expired or a revoked sign-in. */
  findCaller(request: Request): Promise<Caller | null>;
  /** Their sign-in was used for something it was good for. */
  touch?(signIn: string): Promise<void>;
}

/** What the routes work with; each module of the hub adds its own. */
export interface ApiServices extends DoorServices {
  readonly people: People;
  /** What the studio keeps here. */
  readonly drafts: DraftServices;
  readonly publishing: ReleaseServices;
}

/** Every route of the API. */
export function apiRoutes(services: ApiServices): Hono<ApiEnv> {
  const api = apiDoor(services);
  addPeople(api, services.people);
  api.route(
    '/',
    draftRoutes({
      ...services.drafts,
      onTakenOff: (issue) => services.publishing.releases.lookAtQueue(issue),
    }),
  );
  api.route('/', unclearRoutes({ ...services.drafts, hasProxy: services.people.hasProxy }));
  api.route('/', publishRoutes(services.publishing));
  api.all('*', () => {
    throw new ApiError(404, 'no-such-address');
  });
  return api;
}

export function addPeople(api: Hono<ApiEnv>, people: People): void {
  for (const routes of [signInRoutes, enrolRoutes, ownRoutes, peopleRoutes]) api.route('/', routes(people));
}

/** What stands before all of them: nobody's cache, the cross-site guard, the question who asks, refusals as JSON. */
export function apiDoor({ origin, findCaller, touch }: DoorServices): Hono<ApiEnv> {
  const door = new Hono<ApiEnv>();
  door.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  door.use(refuseCrossSite(origin));
  door.use(async (context, next) => {
    const found = await findCaller(context.req.raw);
    context.set('found', found);
    await next();
    // Only for what it was good for: a refused request changes nothing, not even when somebody was last seen.
    if (found !== null && context.res.ok && context.get('caller') !== undefined)
      await touch?.(found.signIn).catch(tellTrouble);
  });
  door.onError((error, context) => {
    context.header('cache-control', 'no-store');
    if (error instanceof ApiError) {
      const { seconds } = error.values ?? {};
      if (error.status === 429 && seconds !== undefined) context.header('retry-after', String(seconds));
      return context.json(error.toJSON(), error.status);
    }
    const refusal = storeRefusal(error);
    if (refusal?.code !== 'busy') tellTrouble(error);
    if (refusal !== null) return context.json(refusal.toJSON(), refusal.status);
    if ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT'))
      return context.json({ code: 'disk-full' }, 503);
    return context.json({ code: 'failed' }, 500);
  });
  return door;
}
